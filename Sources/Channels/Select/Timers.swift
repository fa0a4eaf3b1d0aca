import Probe

/// The timers of a select that waits; none is left once the select is over.
@usableFromInline struct Timers {
  private var tasks: [Task<Void, Never>] = []
  private var observed: [UInt64] = []

  @usableFromInline init() {}

  /// Starts the timer of the `After` case with this number.
  @usableFromInline mutating func start(_ delay: Duration, _ number: Int, for choice: Choice) {
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

  /// Makes sure that no timer fires any more.
  @usableFromInline func cancel() {
    for task in tasks { task.cancel() }
    for timer in observed { Observer.current?.cancelTimer(timer) }
  }
}
