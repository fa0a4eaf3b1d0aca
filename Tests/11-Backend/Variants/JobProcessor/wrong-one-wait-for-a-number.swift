// wrong: of two calls that wait with equal jobs it knows only the later one
// rejected by: a full queue lets submit wait, five seconds at most as wrong

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
    await crew.submit(job, answer)
    let decided: Bool? = await select {
      Receive(from: answer)
      After(.seconds(5)) { nil }
    }
    if let decided { return decided }
    await crew.withdraw(job)
    if case .element(let decided) = answer.tryReceive() { return decided }
    return false
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
  private var waiting: [Int: Channel<Bool>] = [:]
  private var stops: [CheckedContinuation<Void, Never>] = []

  init(workers: Int, capacity: Int, process: @escaping @Sendable (Int) async -> Void) {
    self.workers = workers
    self.capacity = capacity
    self.process = process
  }

  func start() { if phase == .new { phase = .running } }

  func submit(_ job: Int, _ answer: Channel<Bool>) {
    if phase == .running {
      waiting[job] = answer
      moveUp()
    } else {
      _ = answer.trySend(false)
    }
  }

  /// Takes a job back.
  func withdraw(_ job: Int) { waiting[job] = nil }

  private func moveUp() {
    while busy < workers || queue.count < capacity {
      if busy < workers, !queue.isEmpty {
        begin(queue.removeFirst())
      } else if let (job, answer) = waiting.first {
        waiting[job] = nil
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
    for (_, answer) in waiting {
      _ = answer.trySend(false)
    }
    waiting = [:]
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
