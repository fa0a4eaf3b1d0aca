internal import CBubbleRuntime
internal import Synchronization

/// The loop: one job after another, then the next timer, until the run is at its end.
extension BubbleRun {
  /// Whether a job ran, there was none, or another thread goes on.
  enum Turn { case ran, nothing, handedOver }

  /// Runs jobs until the closure has returned or never will; `handedOver` when another thread goes
  /// on.
  func runBody() -> Turn {
    while phase == .body, !isLoopOver {
      takeMail()
      switch step() {
      case .handedOver: return .handedOver
      case .ran:
        if counters.steps >= limits.steps {
          // A loop that polls with pauses needs different advice from one that never pauses.
          stop(.steps(limits.steps, hasPauses: timeMoves > limits.steps / 100))
          return .ran
        }
        continue
      case .nothing: break
      }
      if phase != .body || isAbandoned.load(ordering: .acquiring) { return .ran }
      if waitsForTasksOutside() { continue }
      if !settlers.isEmpty {
        let settled = settlers
        settlers.removeAll()
        idleJumps = 0
        isSettling = true
        for settler in settled { settler.resume() }
        isSettling = false
      } else if timers.nextDeadline() != nil {
        moveTime()
        if idleJumps > limits.idleJumps {
          stop(.pauses(limits.idleJumps))
          return .ran
        }
      } else if !waitsForOutside() {
        // A task that waits for something outside waits in real time, so it may not wait forever.
        outcome.ending = awaitedOutside.map { .stuck(.outside($0)) } ?? .nothingCanRun
        outcome.tasks = summaries() + waitingAsyncLets()
        outcome.clues = clues(outcome.tasks)
        outcome.clues.lines += unheardCloses
        return .ran
      }
    }
    return .ran
  }

  /// Runs one job, if one is ready.
  func step() -> Turn {
    if !lockWaits.isEmpty { admitLockWaits() }
    guard !ready.isEmpty else { return .nothing }
    return run(ready.remove(at: chooser.nextJob(in: ready, after: currentTask)))
  }

  /// Runs a job to its next suspension.
  func run(_ chosen: ReadyJob) -> Turn {
    var next = chosen
    counters.steps += 1
    accessesInStep = 0
    hasLookedInStep = false
    hasTriedInStep = false
    startedInStep = 0
    addedInStep = 0
    if !next.isPlain {
      if next.pause >= 0 { return resume(next) }
      guard let woken = taskAfter(timer: next) else { return .ran }
      // Here the sleep is over, and a cancellation no longer ends it.
      if let first = whoGoesFirst(before: woken.task, &lateSleepers) {
        ready.append(woken)
        return run(first)
      }
      next = woken
    }
    if next.task < 0, TaskMemory(next.job).isYield {
      guard let paused = taskAfter(pause: next) else { return .ran }
      next = paused
    }
    currentTask = next.task
    let index = Int(next.task)
    if index >= 0 {
      counters.lastTask = index
      tasks.goesOn(index)
      if tasks[index].sleepTimer != 0 { forgetSleep(index) }
    }
    if next.isAfterSleep, races_watch(races) != 0 { sleepIsOver(TaskMemory(next.job)) }
    noteHeartbeat()
    races_job_begins(races, index >= 0 ? tasks[index].id : 0, next.executor)
    if let actor = next.actor {
      enter(actor, next)
    } else if index >= 0, TaskMemory(next.job).isCancelled {
      runHopping(next)
    } else {
      next.run()
    }
    enqueueYieldedTask()
    races_job_ends(races)
    noteHeartbeat()
    if isAbandoned.load(ordering: .acquiring) { return .nothing }
    if index >= 0 { tasks[index].waitingSince = elapsed }
    if index < 0 || next.actor != nil {
      counters.mayHaveMissedEnds = true
      mayHaveLeft = true
      // What a task has done comes before its end, and that before what others do next.
      if explains || races_watch(races) != 0 { noteEnds() }
    } else if TaskMemory(next.job).isComplete {
      // An `async let` is checked now: its parent, whose memory it lives in, has not run yet.
      finished(index)
    } else if TaskMemory(next.job).isOnItsWay {
      mayHaveLeft = true
    }
    return .ran
  }

  /// The job of the task that yielded: the job of the yield has waited in the queue for it.
  ///
  /// Enqueueing it again would be a second decision about the same moment.
  private func taskAfter(pause: ReadyJob) -> ReadyJob? {
    let count = ready.count
    pause.run()
    return ready.count > count ? ready.removeYoungest() : nil
  }

  /// Puts a task into the queue of an actor; the runtime then enqueues the work of the actor.
  ///
  /// If no other task wants to enter, the work runs at once: for the program, running it later
  /// would be the same as the task arriving later. If others want to enter, it would not be: they
  /// may get into the queue before what the task itself starts on the actor.
  private func enter(_ actor: UnsafeRawPointer, _ task: ReadyJob) {
    let count = ready.count
    actor_switch_enter(TaskMemory(task.job).address, actor)
    guard ready.count > count, !ready.contains(for: actor),
      let work = ready.takeYoungest(of: -1)
    else { return }
    work.run()
  }

  /// Runs a job of a cancelled task so that each `await` suspends it.
  ///
  /// When cancelled, `Task.sleep` returns without a suspension: in a loop that goes on anyway, the
  /// task would never give the thread back.
  private func runHopping(_ job: ReadyJob) {
    job.run(hops: true)
    // No code of the task itself runs between its first change of executor and the second.
    var hops = 0
    while hops < Self.mostHops, let hop = ready.takeYoungest(of: job.task) {
      hops += 1
      hop.run(hops: true)
    }
  }

  /// Enqueues a task that gave others a turn: the schedule decides which goes first.
  func enqueueYieldedTask() {
    guard let task = yieldedTask else { return }
    yieldedTask = nil
    task.resume()
  }

  /// Changes with every job of every run; `nil` while none runs.
  var jobNumber: Int? {
    let number = heartbeat.load(ordering: .relaxed)
    return number.isMultiple(of: 2) ? nil : number
  }

  func noteHeartbeat() {
    // This thread is the only one that writes.
    heartbeat.store(heartbeat.load(ordering: .relaxed) &+ 1, ordering: .relaxed)
  }

  func stop(_ reason: StuckReason) {
    outcome.ending = .stuck(reason)
    let task = limits.looksAtTask.map { $0 - 1 } ?? counters.lastTask
    outcome.tasks = task < tasks.count ? summaries(only: task) : []
    if detail == .places { outcome.clues = clues(summaries()) }
    // What can still run would run forever.
    dropReadyJobs()
  }
}
