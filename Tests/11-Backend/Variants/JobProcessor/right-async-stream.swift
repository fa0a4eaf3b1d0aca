// right: room is a channel of tokens, and one task gives the jobs of an `AsyncStream` to a group

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
  private let state = Mutex(State())
  private let places: Channel<Void>  // one element for each accepted job that is not done
  private let stopping = Channel<Void>()
  private let jobs: AsyncStream<Int>
  private let entry: AsyncStream<Int>.Continuation

  public init(
    workers: Int, capacity: Int, process: @escaping @Sendable (_ job: Int) async -> Void
  ) {
    self.workers = workers
    self.process = process
    places = Channel(capacity: workers + capacity)
    (jobs, entry) = AsyncStream.makeStream(of: Int.self)
  }

  public func start() async {
    state.withLock { state in
      guard state.phase == .new else { return }
      state.phase = .running
      state.dispatcher = Task { [workers, process, places, jobs] in
        await withTaskGroup(of: Void.self) { group in
          var running = 0
          for await job in jobs {
            if running == workers {
              await group.next()
              running -= 1
            }
            running += 1
            group.addTask {
              await process(job)
              _ = places.tryReceive()
            }
          }
        }
      }
    }
  }

  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    guard state.withLock({ $0.phase == .running }) else { return false }
    let hasPlace = await select {
      Send((), to: places) { true }
      Receive(from: stopping) { _ in false }
      After(.seconds(5)) { false }
      Cancelled { false }
    }
    guard hasPlace else { return false }
    return state.withLock { state in
      guard state.phase == .running else { return false }
      entry.yield(job)
      return true
    }
  }

  public func stop() async {
    let dispatcher = state.withLock { state in
      if state.phase != .stopped {
        state.phase = .stopped
        entry.finish()
        stopping.close()
      }
      return state.dispatcher
    }
    await dispatcher?.value
  }
}
