// wrong: tells its workers to end with a job of the smallest number
// rejected by: every accepted job is processed once as wrong

import Channels
import Synchronization

/// Processes jobs in the background, with a queue of limited size and a fixed number of workers.
public final class JobProcessor: Sendable {
  private enum Phase { case new, running, stopped }

  private let workerCount: Int
  private let process: @Sendable (Int) async -> Void
  private let queue: Channel<Int>
  private let phase = Mutex(Phase.new)
  private let stopping = Channel<Void>()
  private let submits = WaitGroup()
  private let workers = WaitGroup()

  /// Makes a processor that is not started yet.
  public init(
    workers: Int, capacity: Int, process: @escaping @Sendable (_ job: Int) async -> Void
  ) {
    workerCount = workers
    queue = Channel(capacity: capacity)
    self.process = process
  }

  /// Starts the workers, and returns at once.
  public func start() async {
    let isFirst = phase.withLock { phase in
      guard phase == .new else { return false }
      phase = .running
      workers.add(workerCount)
      return true
    }
    guard isFirst else { return }
    for _ in 0..<workerCount {
      Task {
        while let job = await queue.receive(), job != .min { await process(job) }
        workers.done()
      }
    }
  }

  /// Submits a job, which the processor accepts or refuses.
  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    let isOpen = phase.withLock { phase in
      if phase == .running { submits.add() }
      return phase == .running
    }
    guard isOpen else { return false }
    defer { submits.done() }
    return await select {
      Send(job, to: queue) { true }
      Receive(from: stopping) { _ in false }
      After(.seconds(5)) { false }
      Cancelled { false }
    }
  }

  /// Refuses new jobs from now on, and returns as soon as all accepted jobs are done.
  public func stop() async {
    let before = phase.withLock { phase in
      defer { phase = .stopped }
      return phase
    }
    if before == .running {
      stopping.close()
      await submits.wait()
      for _ in 0..<workerCount { await Task { await queue.send(.min) }.value }
    }
    await workers.wait()
  }
}
