internal import CBubbleRuntime
internal import Synchronization

/// How jobs reach the run from threads outside.
extension BubbleRun {
  /// Takes a job from a thread outside when its task belongs to this run.
  func takeFromOutside(_ job: ReadyJob, task id: UInt64) -> Bool {
    guard tasks.contains(id) else { return false }
    mailbox.put(.job(job))
    return true
  }

  func takeMail() {
    let items = mailbox.take()
    guard !items.isEmpty else { return }
    outcome.isFullyControlled = false
    idleJumps = 0
    for item in items {
      switch item {
      case .job(let job): enqueue(job)
      case .sleep(let job, let delay): startTimer(after: delay, .job(job))
      }
    }
  }

  /// Waits in real time while a task is on a thread outside, on an executor of its own, where the
  /// run does not see it; `true` if it is worth looking again.
  func waitsForTasksOutside() -> Bool {
    // A stuck run has dropped its jobs: a task that seems to be outside is not.
    if case .stuck = outcome.ending { return false }
    guard mayHaveLeft || hasStartedBlocks else { return false }
    if mailbox.awaitsBlocks {
      outcome.isFullyControlled = false
      if waitsForWakeUp(orUntil: { !self.mailbox.awaitsBlocks }) { return true }
    }
    guard mayHaveLeft else { return false }
    counters.mayHaveMissedEnds = true
    // Nothing is ready: what is still to come comes from outside.
    mayHaveLeft = hasTaskOnItsWay && waitsForWakeUp { !self.hasTaskOnItsWay }
    if mayHaveLeft { outcome.isFullyControlled = false }
    return mayHaveLeft
  }

  private var hasTaskOnItsWay: Bool {
    tasks.records.contains { !$0.isFinished && $0.memory?.isOnItsWay == true }
  }

  /// Waits in real time for a thread outside that may resume a continuation; `false` when none has.
  func waitsForOutside() -> Bool {
    guard hasTaskForOutside else { return false }
    // No thread outside has taken part in this run, so only one that existed before it still could.
    if outside_calls() | outsideCalls == 0, outcome.isFullyControlled {
      limits.outsideWait = min(limits.outsideWait, limits.shortOutsideWait)
    }
    let isAwake = waitsForWakeUp()
    if isAwake { return true }
    outcome.hasWaitedInVain = true
    // One long wait without a result is enough: the runs after it are the same program.
    limits.outsideWait = min(limits.outsideWait, 50_000_000)
    return false
  }

  /// What a task may wait for outside the bubble, in real time; `nil` if there is no sign of that.
  var awaitedOutside: String? {
    let calls = Int(outside_calls() | outsideCalls)
    guard calls & (outside_timer_source | outside_event_loop) != 0, hasTaskForOutside else {
      return nil
    }
    return calls & outside_timer_source != 0
      ? "a timer source of Dispatch" : "an event loop on a thread of its own, such as NIO's"
  }

  /// Whether there is a waiting task that a thread outside could wake.
  private var hasTaskForOutside: Bool {
    tasks.records.contains { record in
      !record.isFinished && record.details?.operation == nil
        && record.memory.map { mayBeResumedOutside($0) } == true
    }
  }

  /// Whether a thread outside could wake the task: a task that it awaits may be outside, too.
  func mayBeResumedOutside(_ task: TaskMemory) -> Bool {
    switch task.dependency {
    case .continuation, .executor, nil: true
    case .task: task.awaited.map { tasks.index(of: $0.id) == nil } ?? false
    case .group: !tasks.records.contains { !$0.isFinished && $0.memory?.isChild == true }
    }
  }

  /// Waits for a wake-up while some thread could still bring one.
  ///
  /// On a loaded machine, the thread that is to wake this one may wait long for a processor. So
  /// only time in which no other thread of the process runs or could run counts, up to a limit for
  /// all runs together.
  func waitsForWakeUp(orUntil isOver: () -> Bool = { false }) -> Bool {
    let period: UInt64 = 10_000_000
    var quiet: UInt64 = 0
    while quiet < limits.outsideWait, limits.outsideBudget > period {
      if mailbox.wait(nanoseconds: period) || isOver() { return true }
      limits.outsideBudget -= period
      quiet = ThreadState.othersRun() ? 0 : quiet + period
    }
    return false
  }
}
