// wrong: as in the Go notes: workers choose between a job and the end, and `stop` closes the queue
// rejected by: stop finishes what was accepted as wrong

internal import Channels

/// Processes jobs in the background.
public final class JobProcessor: Sendable {
  private let jobs: Channel<Int>
  private let workers: Int
  private let done = Channel<Void>()  // Go's `ctx.Done()`
  private let process: @Sendable (Int) async -> Void

  /// Makes a processor that is not started yet.
  public init(
    workers: Int, capacity: Int, process: @escaping @Sendable (_ job: Int) async -> Void
  ) {
    jobs = Channel(capacity: capacity)
    self.workers = workers
    self.process = process
  }

  /// Starts the workers, and returns at once.
  public func start() async {
    for _ in 0..<workers {
      Task { await worker() }
    }
  }

  private func worker() async {
    while await select({
      Receive(from: jobs) { job in
        await process(job ?? 0)  // Go's zero value, once `jobs` is closed
        return true
      }
      Receive(from: done) { _ in false }
    }) {}
  }

  /// Hands in a job.
  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    await select {
      Send(job, to: jobs) { true }
      After(.seconds(5)) { false }
    }
  }

  /// Stops the workers.
  public func stop() async {
    done.close()
    jobs.close()
  }
}
