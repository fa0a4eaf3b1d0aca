internal import CBubbleRuntime

/// Timers: when they are due and when they fire.
extension BubbleRun {
  /// Makes a timer; one whose moment has come is ready at once.
  @discardableResult func startTimer(
    after delay: Duration, _ action: TimerAction, sleeper: Int32 = -1
  ) -> UInt64 {
    let now = clock.pointee
    let (deadline, overflows) = now.addingReportingOverflow(delay.nanosecondsClamped)
    let (id, due) = timers.add(
      at: overflows ? .max : deadline, now: now, action, sleeper: sleeper)
    if let due { makeReady(due) }
    return id
  }

  /// Ensures that a timer does not fire any more.
  func cancelTimer(_ id: UInt64) {
    timers.cancel(id)
    if let due = ready.remove(timer: id) { timers.discard(due) }
  }

  /// Moves the time to the next timer.
  ///
  /// All timers of that moment are ready then, and the schedule decides which one fires first and
  /// which tasks run in between: events of one moment have no order.
  func moveTime() {
    guard let deadline = timers.nextDeadline() else { return }
    clock.pointee = max(clock.pointee, deadline)
    idleJumps += 1
    timeMoves += 1
    while timers.nextDeadline() == deadline, let due = timers.popNext() { makeReady(due) }
  }

  /// Fires a timer that is due, and says which task goes on: the one whose sleep is over.
  func taskAfter(timer: ReadyJob) -> ReadyJob? {
    currentTask = timer.sleeper
    guard timer.hasJob else {
      timers.takeCall(timer.timer)?()
      return nil
    }
    if timer.sleeper >= 0 { tasks[Int(timer.sleeper)].sleepTimer = 0 }
    // The job is a task of the runtime that changes executors on its way, unseen by the program.
    firedSleeps.insert(TaskMemory(timer.job).id)
    // The passage of time orders nothing.
    races_ignore_current(races, 1)
    timer.run()
    while let hop = ready.takeYoungest(timer.job) { hop.run() }
    races_ignore_current(races, 0)
    if timer.sleeper >= 0, var task = ready.takeYoungest(of: timer.sleeper) {
      task.isAfterSleep = true
      return task
    }
    // A sleeper on an executor of its own goes on outside.
    if timer.sleeper < 0 { mayHaveLeft = true }
    return nil
  }

  /// The task goes on although its sleep is not over: it was cancelled, and the old timer must not
  /// make time pass for the program.
  func forgetSleep(_ index: Int) {
    cancelTimer(tasks[index].sleepTimer)
    tasks[index].sleepTimer = 0
  }

  private func makeReady(_ timer: ReadyJob) {
    var timer = timer
    timer.priority = chooser.priority(ofTask: timer.sleeper, yields: false)
    ready.append(timer)
  }
}
