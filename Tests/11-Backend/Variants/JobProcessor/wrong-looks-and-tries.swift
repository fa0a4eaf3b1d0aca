// wrong: sees room for a job and tries to send it, but another `submit` may take the room first
// rejected by: a full queue lets submit wait, five seconds at most as wrong

internal import Channels
internal import Synchronization

/// Processes jobs in the background.
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

  /// Starts the workers.
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
        for await job in queue { await process(job) }
        workers.done()
      }
    }
  }

  /// Hands in a job.
  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    let isOpen = phase.withLock { phase in
      if phase == .running { submits.add() }
      return phase == .running
    }
    guard isOpen else { return false }
    defer { submits.done() }
    if queue.count < queue.capacity {
      _ = queue.trySend(job)
      return true
    }
    return await select {
      Send(job, to: queue) { true }
      Receive(from: stopping) { _ in false }
      After(.seconds(5)) { false }
      Cancelled { false }
    }
  }

  /// Stops the processor.
  public func stop() async {
    let before = phase.withLock { phase in
      defer { phase = .stopped }
      return phase
    }
    if before == .running {
      stopping.close()
      await submits.wait()
      queue.close()
    }
    await workers.wait()
  }
}
