// right: everything behind one lock; each worker has an inbox, each waiting submit an answer

import Channels
import Synchronization

public final class JobProcessor: Sendable {
  private enum Phase { case new, running, stopped }
  private struct Applicant {
    let id: Int
    let job: Int
    let answer: Channel<Bool>
  }
  private struct State {
    var phase = Phase.new
    var free: [Channel<Int>] = []  // the inboxes of the workers without a job
    var queue: [Int] = []
    var applicants: [Applicant] = []
    var lastID = 0
  }
  private enum Decision { case refused, accepted, waits(Applicant) }

  private let workers: Int
  private let capacity: Int
  private let process: @Sendable (Int) async -> Void
  private let state = Mutex(State())
  private let crew = WaitGroup()

  public init(
    workers: Int, capacity: Int, process: @escaping @Sendable (_ job: Int) async -> Void
  ) {
    self.workers = workers
    self.capacity = capacity
    self.process = process
  }

  public func start() async {
    state.withLock { state in
      guard state.phase == .new else { return }
      state.phase = .running
      crew.add(workers)
      for _ in 0..<workers {
        let inbox = Channel<Int>(capacity: 1)
        state.free.append(inbox)
        Task { await work(inbox) }
      }
    }
  }

  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    switch decide(job) {
    case .refused: return false
    case .accepted: return true
    case .waits(let applicant):
      let answer: Bool? = await select {
        Receive(from: applicant.answer)
        After(.seconds(5)) { Bool?.none }
        Cancelled { Bool?.none }
      }
      return answer ?? withdraw(applicant)
    }
  }

  public func stop() async {
    state.withLock { state in
      guard state.phase != .stopped else { return }
      state.phase = .stopped
      for applicant in state.applicants { _ = applicant.answer.trySend(false) }
      for inbox in state.free { inbox.close() }
      state.applicants = []
      state.free = []
    }
    await crew.wait()
  }

  private func decide(_ job: Int) -> Decision {
    state.withLock { state in
      guard state.phase == .running else { return .refused }
      if !state.free.isEmpty {
        _ = state.free.removeFirst().trySend(job)
        return .accepted
      }
      if state.queue.count < capacity {
        state.queue.append(job)
        return .accepted
      }
      state.lastID += 1
      let applicant = Applicant(id: state.lastID, job: job, answer: Channel(capacity: 1))
      state.applicants.append(applicant)
      return .waits(applicant)
    }
  }

  private func withdraw(_ applicant: Applicant) -> Bool {
    state.withLock { state in
      state.applicants.removeAll { $0.id == applicant.id }
      // Somebody may have answered before the lock was ours.
      if case .element(let answer) = applicant.answer.tryReceive() { return answer }
      return false
    }
  }

  private func work(_ inbox: Channel<Int>) async {
    for await job in inbox {
      await process(job)
      next(inbox)
    }
    crew.done()
  }

  private func next(_ inbox: Channel<Int>) {
    state.withLock { state in
      if !state.queue.isEmpty {
        _ = inbox.trySend(state.queue.removeFirst())
        if !state.applicants.isEmpty {
          let applicant = state.applicants.removeFirst()
          state.queue.append(applicant.job)
          _ = applicant.answer.trySend(true)
        }
      } else if state.phase == .stopped {
        inbox.close()
      } else {
        state.free.append(inbox)
      }
    }
  }
}
