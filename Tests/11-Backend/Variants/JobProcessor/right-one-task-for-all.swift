// right: one task holds a group of workers, and `stop` waits for that task

internal import Channels
internal import Synchronization

/// Processes jobs in the background.
public final class JobProcessor: Sendable {
  private enum Phase {
    case new
    case running(Task<Void, Never>)
    case stopped(Task<Void, Never>?)
  }

  private let workerCount: Int
  private let process: @Sendable (Int) async -> Void
  private let queue: Channel<Int>
  private let phase = Mutex(Phase.new)
  private let stopping = Channel<Void>()
  private let submits = WaitGroup()

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
    phase.withLock { phase in
      guard case .new = phase else { return }
      phase = .running(
        Task {
          await withTaskGroup { group in
            for _ in 0..<self.workerCount {
              group.addTask { for await job in self.queue { await self.process(job) } }
            }
          }
        })
    }
  }

  /// Hands in a job.
  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    let isOpen = phase.withLock { phase in
      guard case .running = phase else { return false }
      submits.add()
      return true
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

  /// Stops the processor.
  public func stop() async {
    let (all, isFirst): (Task<Void, Never>?, Bool) = phase.withLock { phase in
      switch phase {
      case .new:
        phase = .stopped(nil)
        return (nil, false)
      case .running(let all):
        phase = .stopped(all)
        return (all, true)
      case .stopped(let all):
        return (all, false)
      }
    }
    if isFirst {
      stopping.close()
      await submits.wait()
      queue.close()
    }
    await all?.value
  }
}
