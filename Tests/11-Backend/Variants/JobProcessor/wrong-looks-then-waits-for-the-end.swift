// wrong: the last job may end between the look and the wait, and then no one tells of it
// rejected by: stop finishes what was accepted as deadlocked
internal import Channels
internal import Synchronization

public final class JobProcessor: Sendable {
  private struct State {
    var isRunning = false
    var isStopped = false
    var jobs: [Int] = []
    var busy = 0
    var ends: [Channel<Void>] = []
  }

  private let state = Mutex(State())
  private let workers: Int
  private let room: Channel<Void>  // an element for each place that is taken
  private let stopping = Channel<Void>()
  private let process: @Sendable (Int) async -> Void

  public init(
    workers: Int, capacity: Int, process: @escaping @Sendable (_ job: Int) async -> Void
  ) {
    self.workers = workers
    self.process = process
    room = Channel(capacity: capacity + workers)
  }

  public func start() async {
    state.withLock { if !$0.isStopped { $0.isRunning = true } }
  }

  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    guard state.withLock({ $0.isRunning }) else { return false }
    let hasRoom = await select {
      Send((), to: room) { true }
      Receive(from: stopping) { _ in false }
      After(.seconds(5)) { false }
    }
    guard hasRoom else { return false }
    let isAccepted = state.withLock { state in
      if state.isRunning { state.jobs.append(job) }
      return state.isRunning
    }
    if isAccepted { work() }
    return isAccepted
  }

  private func work() {
    let job: Int? = state.withLock { state in
      guard state.busy < workers, !state.jobs.isEmpty else { return nil }
      state.busy += 1
      return state.jobs.removeFirst()
    }
    guard let job else { return }
    Task {
      await process(job)
      _ = room.tryReceive()
      let ends = state.withLock { state in
        state.busy -= 1
        guard state.isStopped, state.busy == 0, state.jobs.isEmpty else { return [Channel<Void>]() }
        defer { state.ends = [] }
        return state.ends
      }
      for end in ends { end.close() }
      work()
    }
  }

  public func stop() async {
    let end = Channel<Void>()
    let (isFirst, isDone) = state.withLock { state in
      defer {
        state.isStopped = true
        state.isRunning = false
      }
      let isDone = state.busy == 0 && state.jobs.isEmpty
      return (!state.isStopped, isDone)
    }
    if !isDone { state.withLock { $0.ends.append(end) } }
    if isFirst { stopping.close() }
    guard !isDone else { return }
    _ = await Task { await end.receive() }.value  // the caller's cancellation does not reach it
  }
}
