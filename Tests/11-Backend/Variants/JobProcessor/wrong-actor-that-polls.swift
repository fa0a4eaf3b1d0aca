// wrong: an actor that looks every tenth of a second for room and for the end
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
  public func submit(_ job: Int) async -> Bool { await crew.submit(job) }

  /// Stops the processor.
  public func stop() async { await crew.stop() }
}

private actor Crew {
  private let workers: Int
  private let capacity: Int
  private let process: @Sendable (Int) async -> Void
  private var isRunning = false
  private var isStopped = false
  private var busy = 0
  private var queue: [Int] = []

  init(workers: Int, capacity: Int, process: @escaping @Sendable (Int) async -> Void) {
    self.workers = workers
    self.capacity = capacity
    self.process = process
  }

  func start() { isRunning = !isStopped }

  func submit(_ job: Int) async -> Bool {
    let deadline = ContinuousClock.now + .seconds(5)
    while isRunning {
      if busy < workers || queue.count < capacity {
        queue.append(job)
        next()
        return true
      }
      guard ContinuousClock.now < deadline, !Task.isCancelled else { return false }
      try? await Task.sleep(for: .milliseconds(100))
    }
    return false
  }

  private func next() {
    guard busy < workers, !queue.isEmpty else { return }
    let job = queue.removeFirst()
    busy += 1
    Task {
      await process(job)
      busy -= 1
      next()
    }
  }

  func stop() async {
    isRunning = false
    isStopped = true
    while busy > 0 || !queue.isEmpty {
      await Task { try? await Task.sleep(for: .milliseconds(100)) }.value
    }
  }
}
