import Probe

/// The timers of a select that waits; the select cancels them when it ends.
struct Timers {
  private var tasks: [Task<Void, Never>] = []
  private var observed: [UInt64] = []

  init() {}

  /// Starts the timer of the `After` case with this number.
  mutating func start(_ delay: Duration, _ number: Int, for claim: SelectClaim) {
    let fire: @Sendable () -> Void = { if claim.win(number) { claim.resume() } }
    if let observer = Observer.current {
      observed.append(observer.startTimer(after: delay, fire))
    } else {
      // No one waits for this task; `cancel` ends it when the select ends.
      tasks.append(
        Task.detached(priority: Task.currentPriority) {
          guard (try? await Task.sleep(for: delay)) != nil else { return }
          fire()
        })
    }
  }

  /// Cancels all timers.
  func cancel() {
    for task in tasks { task.cancel() }
    for timer in observed { Observer.current?.cancelTimer(timer) }
  }
}
