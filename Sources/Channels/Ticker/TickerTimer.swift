import Probe
import Synchronization

/// The timer of a ticker; it does not refer to the ticker, so that an unused ticker is released.
final class TickerTimer: Sendable {
  /// What makes the next tick.
  private enum State {
    case none, task(Task<Void, Never>), timer(UInt64), stopped
  }

  private let interval: Duration
  private let storage: ChannelStorage<ContinuousClock.Instant>
  private let state = Mutex(State.none)

  init(every interval: Duration, into storage: ChannelStorage<ContinuousClock.Instant>) {
    self.interval = interval
    self.storage = storage
  }

  /// Starts to tick, with a timer of the observer if there is one, otherwise with a task.
  func start() {
    if Observer.current != nil { return startTimer() }
    // No one waits for this task; `stop` ends it.
    let task = Task.detached { [self] in
      var due = ContinuousClock.now + interval
      while (try? await Task.sleep(until: due, clock: .continuous)) != nil {
        tick()
        due += interval
      }
    }
    state.withLock { $0 = .task(task) }
  }

  /// Ensures that no further tick comes.
  func stop() {
    let last = state.withLock { state in
      defer { state = .stopped }
      return state
    }
    switch last {
    case .task(let task): task.cancel()
    case .timer(let id): Observer.current?.cancelTimer(id)
    case .none, .stopped: break
    }
  }

  private func tick() {
    // The tick is dropped if the last one was not received yet.
    _ = storage.offer(ContinuousClock.now)
  }

  private func startTimer() {
    guard let observer = Observer.current else { return }
    let id = observer.startTimer(after: interval) { [self] in
      let isStopped = state.withLock { if case .stopped = $0 { true } else { false } }
      if isStopped { return }
      tick()
      startTimer()
    }
    state.withLock { if case .stopped = $0 {} else { $0 = .timer(id) } }
  }
}
