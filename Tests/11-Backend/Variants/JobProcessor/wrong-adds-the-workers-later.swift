// wrong: adds the workers after the lock; a stop in between finds none, and does not wait
// rejected by: submit and stop at the same moment agree as wrong
import Channels
import Synchronization

public final class JobProcessor: Sendable {
  private enum Phase { case new, running, stopped }

  private let workerCount: Int
  private let process: @Sendable (Int) async -> Void
  private let queue: Channel<Int>
  private let phase = Mutex(Phase.new)
  private let stopping = Channel<Void>()
  private let submits = WaitGroup()
  private let workers = WaitGroup()

  public init(
    workers: Int, capacity: Int, process: @escaping @Sendable (_ job: Int) async -> Void
  ) {
    workerCount = workers
    queue = Channel(capacity: capacity)
    self.process = process
  }

  public func start() async {
    let isFirst = phase.withLock { phase in
      guard phase == .new else { return false }
      phase = .running
      return true
    }
    guard isFirst else { return }
    workers.add(workerCount)
    for _ in 0..<workerCount {
      Task {
        for await job in queue { await process(job) }
        workers.done()
      }
    }
  }

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
