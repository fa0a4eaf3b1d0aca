import Probe

/// The timers of a select that waits; none is left once the select is over.
struct Timers {
  private var tasks: [Task<Void, Never>] = []
  private var observed: [UInt64] = []

  /// Starts one timer for each `After`.
  mutating func start(_ timers: [(number: Int, delay: Duration)], for choice: Choice) {
    for (number, delay) in timers {
      let fire: @Sendable () -> Void = { if choice.claim(number) { choice.resume() } }
      if let observer = Observer.current {
        observed.append(observer.startTimer(after: delay, fire))
      } else {
        // Nobody waits for this task; `cancel` ends it as soon as the select is over.
        tasks.append(
          Task.detached(priority: Task.currentPriority) {
            guard (try? await Task.sleep(for: delay)) != nil else { return }
            fire()
          })
      }
    }
  }

  /// Makes sure that no timer fires any more.
  func cancel() {
    for task in tasks { task.cancel() }
    for timer in observed { Observer.current?.cancelTimer(timer) }
  }
}
