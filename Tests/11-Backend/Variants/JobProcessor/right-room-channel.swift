// right: a worker that takes a job closes the channel `room`; the send itself never waits

import Channels
import Synchronization

public final class JobProcessor: Sendable {
  private enum Phase { case new, running, stopped }
  private struct State {
    var phase = Phase.new
    var room = Channel<Void>()
    var crew: [Task<Void, Never>] = []
  }
  private enum Attempt { case accepted, refused, full(Channel<Void>) }

  private let workers: Int
  private let process: @Sendable (Int) async -> Void
  private let queue: Channel<Int>
  private let state = Mutex(State())

  public init(
    workers: Int, capacity: Int, process: @escaping @Sendable (_ job: Int) async -> Void
  ) {
    self.workers = workers
    self.process = process
    queue = Channel(capacity: capacity)
  }

  public func start() async {
    state.withLock { state in
      guard state.phase == .new else { return }
      state.phase = .running
      state.crew = (0..<workers).map { _ in
        Task {
          for await job in queue {
            announceRoom()
            await process(job)
          }
        }
      }
    }
  }

  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    switch attempt(job) {
    case .accepted: return true
    case .refused: return false
    case .full: break
    }
    let deadline = Channel<Void>()
    return await withTaskGroup(of: Void.self) { group in
      group.addTask {
        try? await Task.sleep(for: .seconds(5))
        deadline.close()
      }
      defer { group.cancelAll() }
      while true {
        switch attempt(job) {
        case .accepted: return true
        case .refused: return false
        case .full(let room):
          let goesOn = await select {
            Receive(from: room) { _ in true }
            Receive(from: deadline) { _ in false }
            Cancelled { false }
          }
          if !goesOn { return false }
        }
      }
    }
  }

  public func stop() async {
    let crew = state.withLock { state in
      if state.phase == .running {
        queue.close()
        state.room.close()
      }
      state.phase = .stopped
      return state.crew
    }
    for worker in crew { await worker.value }
  }

  private func attempt(_ job: Int) -> Attempt {
    state.withLock { state in
      guard state.phase == .running else { return .refused }
      return queue.trySend(job) ? .accepted : .full(state.room)
    }
  }

  private func announceRoom() {
    state.withLock { state in
      guard state.phase == .running else { return }
      state.room.close()
      state.room = Channel()
    }
  }
}
