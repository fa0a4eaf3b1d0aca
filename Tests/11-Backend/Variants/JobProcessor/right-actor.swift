// right: an actor keeps the jobs, starts a task for each one in work, and answers on channels

internal import Channels

/// Processes jobs in the background.
public final class JobProcessor: Sendable {
  private let crew: Crew

  /// Makes a processor that is not started yet.
  public init(
    workers: Int, capacity: Int, process: @escaping @Sendable (_ job: Int) async -> Void
  ) {
    crew = Crew(workers: workers, capacity: capacity, process: process)
  }

  /// Starts the workers.
  public func start() async { await crew.start() }

  /// Hands in a job.
  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    let answer = Channel<Bool>(capacity: 1)
    let ticket = await crew.submit(job, answer)
    let decided: Bool? = await select {
      Receive(from: answer)
      After(.seconds(5)) { nil }
    }
    if let decided { return decided }
    // The crew may have decided in the meantime: its word counts.
    return await crew.withdraw(ticket)
  }

  /// Stops the processor.
  public func stop() async { await crew.stop() }
}

private actor Crew {
  private enum Phase { case new, running, stopped }

  private let workers: Int
  private let capacity: Int
  private let process: @Sendable (Int) async -> Void
  private var phase = Phase.new
  private var busy = 0
  private var queue: [Int] = []
  private var waiting: [(ticket: Int, job: Int, answer: Channel<Bool>)] = []
  private var tickets = 0
  private var stops: [CheckedContinuation<Void, Never>] = []

  init(workers: Int, capacity: Int, process: @escaping @Sendable (Int) async -> Void) {
    self.workers = workers
    self.capacity = capacity
    self.process = process
  }

  func start() { if phase == .new { phase = .running } }

  func submit(_ job: Int, _ answer: Channel<Bool>) -> Int {
    tickets += 1
    if phase == .running {
      waiting.append((tickets, job, answer))
      moveUp()
    } else {
      _ = answer.trySend(false)
    }
    return tickets
  }

  /// Takes a job back; whether it was accepted before.
  func withdraw(_ ticket: Int) -> Bool {
    guard let index = waiting.firstIndex(where: { $0.ticket == ticket }) else {
      return refused.contains(ticket) == false
    }
    waiting.remove(at: index)
    return false
  }

  private var refused: Set<Int> = []

  private func moveUp() {
    while busy < workers || queue.count < capacity {
      if busy < workers, !queue.isEmpty {
        begin(queue.removeFirst())
      } else if !waiting.isEmpty {
        let (_, job, answer) = waiting.removeFirst()
        queue.append(job)
        _ = answer.trySend(true)
      } else {
        break
      }
    }
  }

  private func begin(_ job: Int) {
    busy += 1
    Task {
      await process(job)
      busy -= 1
      moveUp()
      endIfDone()
    }
  }

  func stop() async {
    phase = .stopped
    for (ticket, _, answer) in waiting {
      refused.insert(ticket)
      _ = answer.trySend(false)
    }
    waiting = []
    await withCheckedContinuation { continuation in
      stops.append(continuation)
      endIfDone()
    }
  }

  private func endIfDone() {
    guard phase == .stopped, busy == 0, queue.isEmpty else { return }
    for stop in stops { stop.resume() }
    stops = []
  }
}
