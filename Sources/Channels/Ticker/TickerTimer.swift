import Probe
import Synchronization

/// The timer behind a ticker, apart from it so that a forgotten ticker can be released.
final class Pulse: Sendable {
  /// What keeps the pulse going.
  private enum Drive {
    case none, task(Task<Void, Never>), timer(UInt64), stopped
  }

  private let interval: Duration
  private let storage: ChannelStorage<ContinuousClock.Instant>
  private let drive = Mutex(Drive.none)

  init(every interval: Duration, into storage: ChannelStorage<ContinuousClock.Instant>) {
    self.interval = interval
    self.storage = storage
  }

  /// Begins to tick, by a timer of the observer or else by a task.
  func start() {
    if Observer.current != nil { return startTimer() }
    // Nobody waits for this task; `stop` ends it.
    let task = Task.detached { [self] in
      var due = ContinuousClock.now + interval
      while (try? await Task.sleep(until: due, clock: .continuous)) != nil {
        tick()
        due += interval
      }
    }
    drive.withLock { $0 = .task(task) }
  }

  /// Makes sure that no further tick comes.
  func stop() {
    let last = drive.withLock { drive in
      defer { drive = .stopped }
      return drive
    }
    switch last {
    case .task(let task): task.cancel()
    case .timer(let id): Observer.current?.cancelTimer(id)
    case .none, .stopped: break
    }
  }

  private func tick() {
    // A tick that finds the last one still there is dropped.
    _ = storage.offer(ContinuousClock.now)
  }

  private func startTimer() {
    guard let observer = Observer.current else { return }
    let id = observer.startTimer(after: interval) { [self] in
      let isStopped = drive.withLock { if case .stopped = $0 { true } else { false } }
      if isStopped { return }
      tick()
      startTimer()
    }
    drive.withLock { if case .stopped = $0 {} else { $0 = .timer(id) } }
  }
}
