internal import Synchronization

/// How jobs reach the run from the code that it runs.
extension BubbleRun {
  func enqueue(_ job: UnownedJob, lane: ReadyJob.Lane) {
    let task = TaskMemory(job)
    guard task.isTask else { return append(job, lane, task: -1, yields: task.isYield) }
    let id = task.id
    if phase == .preparing {
      if driverID == 0 { driverID = id }
      if id == driverID {
        driverJob = ReadyJob(job: job, lane: lane)
        return
      }
    }
    if let index = tasks.index(of: id) { return append(job, lane, task: index, yields: false) }
    if !firedSleeps.isEmpty, firedSleeps.contains(id) {
      return append(job, lane, task: -1, yields: false)
    }
    meet(task, id: id)
    append(job, lane, task: tasks.count - 1, yields: false)
  }

  func append(_ job: UnownedJob, _ lane: ReadyJob.Lane, task: Int, yields: Bool) {
    // The job of a yield is nobody's, but it is the running task that falls behind.
    let rank = chooser.rank(ofTask: yields ? currentTask : Int32(task), yields: yields)
    ready.append(ReadyJob(job: job, lane: lane, task: Int32(task), rank: rank))
  }

  func meet(_ task: TaskMemory, id: UInt64) {
    let isRetained = !task.isAsyncLet
    if isRetained { task.retain() }
    let number = tasks.count + 1
    let record = TaskRecord(id: id, memory: isRetained ? task : nil, number: number)
    tasks.insert(record)
    if explains { explainStart(of: task, number) }
    if number > 1 { started() }
  }

  private func explainStart(of task: TaskMemory, _ number: Int) {
    if let name = task.name {
      tasks.details(number - 1).name = name
      outcome.trace.names[number] = name
    }
    if number > 1, let site = lookAround() { tasks.details(number - 1).startSite = site }
    trace(.start, number - 1)
  }

  /// Takes note of a `Task.immediate`, which runs to its first suspension before it is ever enqueued.
  func startsNow(_ task: TaskMemory) {
    guard phase == .body || phase == .drain, tasks.index(of: task.id) == nil else { return }
    meet(task, id: task.id)
    tasks[tasks.count - 1].waitingSince = elapsed
    // It may end inside the job of the task that started it.
    counters.mayHaveMissedEnds = true
    mayHaveLeft = true
  }

  func sleep(_ job: UnownedJob, for delay: Duration) {
    let deadline = clock.pointee &+ delay.nanosecondsClamped
    if let task = TaskMemory.current,
      let index = tasks.index(of: task.id)
    {
      let details = tasks.details(index)
      details.sleepsUntil = deadline
      details.waitSite = lookAround()
      trace(.sleep, index, nil, delay.inSeconds)
    }
    _ = timers.insert(at: deadline, .job(ReadyJob(job: job, lane: .other)))
  }
}
