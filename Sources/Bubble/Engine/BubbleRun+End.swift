internal import CBubbleRuntime
internal import Synchronization

/// The end of a run: what is left, whether cancelling ends it, and giving back what the run held.
extension BubbleRun {
  func drain() {
    let late = lateTasks()
    let end = counters.steps + limits.drainSteps
    while counters.steps < end {
      takeMail()
      if step() == .nothing, !waitsForTasksOutside() { break }
    }
    noteEnds()
    // After a run that went well, no task is left, not even the first.
    let isNothingLeft = counters.live == 0 && tasks.count > 0 && tasks[0].isFinished
    let left = isNothingLeft ? [] : unfinished()
    guard !left.isEmpty else {
      // A tested function must have waited for what it started; a test need not.
      guard !late.isEmpty else { return }
      outcome.ending = .late
      outcome.tasks = late
      return
    }
    outcome.ending = .tasksLeft
    outcome.tasks = summaries()
    // Before the cancellation: it takes locks away from tasks that nothing else ends.
    noteRace()
    // A clue from the test's first failure is kept: the task that it names may have ended by now.
    if outcome.clues.unreached == nil { outcome.clues = clues(outcome.tasks) }
    cancel(left)
    noteEnds()
    for (position, index) in left.enumerated() where position < outcome.tasks.count {
      outcome.tasks[position].endsWhenCancelled = tasks[index].isFinished
    }
  }

  /// The tasks that have work left when the closure returns, and wait for nothing.
  private func lateTasks() -> [TaskSummary] {
    var late: [Int] = []
    for position in 0..<ready.count where ready[position].pause < 0 {
      let index = Int(ready[position].task)
      // An `async let` ends with its parent.
      if index > 0, !tasks[index].isFinished, tasks[index].memory != nil { late.append(index) }
    }
    guard !late.isEmpty else { return [] }
    outcome.lateTasks = late.count
    // Which code started them is known only in a run that records places: see
    // `Explorer.lateFailure`.
    guard detail == .places else { return [] }
    return late.sorted().map { summary(of: tasks[$0]) }.filter { $0.isOfProgram == true }
  }

  /// Cancels tasks, and runs everything that can run while time stands still.
  func cancel(_ indices: [Int]) {
    phase = .over
    hasCancelled = true
    for index in indices { tasks[index].memory?.cancel() }
    let end = counters.steps + limits.cancelSteps
    while counters.steps < end {
      takeMail()
      if step() == .nothing, !waitsForTasksOutside() { return }
    }
  }

  func cleanUp() {
    // What is freed from here on would have to be forgotten, piece by piece.
    races_stop(races)
    admitLockWaits()
    if outcome.ending != .returned, !hasCancelled { cancel(unfinished()) }
    if timers.isInUse { freeTimers() }
    var left = limits.cancelSteps
    while left > 0, step() == .ran { left -= 1 }
    if !ready.isEmpty { dropReadyJobs() }
    if timers.isInUse { freeTimers() }
    ready.removeAll()
    timers.removeAll()
    if !settlers.isEmpty { settlers.removeAll() }
    tasks.removeAll()
    openTasks.removeAll(keepingCapacity: true)
  }

  private func freeTimers() {
    var left = limits.drainSteps
    while left > 0, let job = timers.popSpent() {
      left -= 1
      job.run()
    }
  }

  /// Forgets the ready jobs except paused ones, whose threads wait; timers that are due own memory.
  func dropReadyJobs() {
    var paused: [ReadyJob] = []
    for index in 0..<ready.count {
      let job = ready[index]
      if job.timer != 0 { timers.discard(job) }
      if job.pause >= 0 { paused.append(job) }
    }
    ready.removeAll()
    for job in paused { ready.append(job) }
  }

  /// What is known of a run whose thread is lost in the program's code, where it does not change
  /// the run.
  func abandonedOutcome(_ reason: StuckReason) -> RunOutcome {
    // The lost thread may still find races; only the first one is read.
    noteRace(withLines: true)
    var abandoned = outcome
    abandoned.ending = .stuck(reason)
    abandoned.time = .nanoseconds(elapsed)
    abandoned.tasks = counters.lastTask < tasks.count ? [summary(of: tasks[counters.lastTask])] : []
    let stack = stackOfThread
    for index in abandoned.tasks.indices {
      abandoned.tasks[index].standsAt = stack.words
      abandoned.tasks[index].isInProgram = stack.isInProgram
    }
    return abandoned
  }
}
