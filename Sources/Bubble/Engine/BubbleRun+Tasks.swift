internal import CBubbleRuntime

/// Which tasks there are, and what a report says about them.
extension BubbleRun {
  func currentIndex() -> Int? {
    guard let task = TaskMemory.current else { return nil }
    return tasks.index(of: task.id)
  }

  func started() {
    counters.started += 1
    startedInStep += 1
    idleJumps = 0
    if counters.live > counters.mostAlive {
      noteEnds()
      counters.mostAlive = max(counters.mostAlive, counters.live)
    }
  }

  /// Whether the current task adds to a wait group after it started a task that it should have
  /// counted.
  ///
  /// On real threads that task may run first, and even end. Correct code adds before each start and
  /// has no such point, so it gets no additional schedules.
  ///
  /// - Parameter count: How many are added now.
  /// - Returns: Whether others may go first.
  func startsBeforeItAdds(_ count: Int) -> Bool {
    guard startedInStep > addedInStep else {
      addedInStep += count
      return false
    }
    // Others may run now. What follows counts as a new step.
    startedInStep = 0
    addedInStep = 0
    return true
  }

  func finished(_ index: Int) {
    guard !tasks[index].isFinished else { return }
    tasks[index].isFinished = true
    races_end(races, tasks[index].id)
    idleJumps = 0
    if explains { trace(.end, index) }
    if index > 0 { counters.finished += 1 }
  }

  /// Finds tasks that ended inside the work of an actor, where no end is seen.
  func noteEnds() {
    guard counters.mayHaveMissedEnds else { return }
    counters.mayHaveMissedEnds = false
    // Only these: a program may have started a hundred thousand tasks, of which a few are alive.
    openTasks.removeAll { index in
      if !tasks[index].isFinished, hasEnded(index) { finished(index) }
      return tasks[index].isFinished
    }
  }

  private func hasEnded(_ index: Int) -> Bool {
    tasks[index].memory?.isComplete ?? tasks[index].details?.asyncLet.map(hasEnded) ?? false
  }

  func unfinished() -> [Int] {
    // An `async let` ends with its parent, so only the parent is listed.
    (0..<tasks.count).filter { !tasks[$0].isFinished && tasks[$0].memory != nil }
  }

  /// The tasks that a report lists: one, or all that are not finished.
  func summaries(only index: Int? = nil) -> [TaskSummary] {
    noteEnds()
    return (index.map { [$0] } ?? unfinished()).map { summary(of: tasks[$0]) }
  }

  /// Each `async let` that waits in an operation of the library; nothing is known about the others.
  func waitingAsyncLets() -> [TaskSummary] {
    tasks.records.filter { $0.memory == nil && !$0.isFinished && $0.details?.operation != nil }
      .map { summary(of: $0) }
  }
}
