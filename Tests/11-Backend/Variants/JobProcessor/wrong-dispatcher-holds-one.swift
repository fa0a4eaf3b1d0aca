// wrong: has a dispatcher that holds one more job while all workers are busy
// rejected by: a full queue lets submit wait, five seconds at most as wrong

import Channels
import Synchronization

public final class JobProcessor: Sendable {
  private enum Phase { case new, running, stopped }
  private struct State {
    var phase = Phase.new
    var dispatcher: Task<Void, Never>?
  }

  private let workers: Int
  private let process: @Sendable (Int) async -> Void
  private let queue: Channel<Int>
  private let stopping = Channel<Void>()
  private let submits = WaitGroup()
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
      state.dispatcher = Task { [workers, process, queue] in
        await withTaskGroup(of: Void.self) { group in
          var running = 0
          for await job in queue {
            if running == workers {
              await group.next()
              running -= 1
            }
            running += 1
            group.addTask { await process(job) }
          }
        }
      }
    }
  }

  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    let isAdmitted = state.withLock { state in
      guard state.phase == .running else { return false }
      submits.add()
      return true
    }
    guard isAdmitted else { return false }
    defer { submits.done() }
    return await select {
      Send(job, to: queue) { true }
      Receive(from: stopping) { _ in false }
      After(.seconds(5)) { false }
      Cancelled { false }
    }
  }

  public func stop() async {
    let (before, dispatcher) = state.withLock { state in
      defer { state.phase = .stopped }
      return (state.phase, state.dispatcher)
    }
    if before == .running {
      stopping.close()
      await submits.wait()
      queue.close()
    }
    await dispatcher?.value
  }
}
