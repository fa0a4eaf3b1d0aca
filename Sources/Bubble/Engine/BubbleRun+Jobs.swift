internal import Synchronization

/// How jobs reach the run from the code that it runs.
extension BubbleRun {
  /// Enqueues a job.
  func enqueue(_ new: ReadyJob) {
    var job = new
    let task = TaskMemory(job.job)
    guard task.isTask else { return append(job, yields: task.isYield) }
    let id = task.id
    if phase == .preparing {
      if driverID == 0 { driverID = id }
      if id == driverID {
        driverJob = job
        return
      }
    }
    if let index = tasks.index(of: id) {
      job.task = Int32(index)
      isReady(task, id: id)
    } else if firedSleeps.isEmpty || !firedSleeps.contains(id) {
      job.task = Int32(tasks.count)
      meet(task, id: id)
    }
    append(job, yields: false)
  }

  private func append(_ new: ReadyJob, yields: Bool) {
    var job = new
    // The job of a yield belongs to no task; the running task is the one that gets the lowest
    // priority.
    job.priority = chooser.priority(ofTask: yields ? currentTask : job.task, yields: yields)
    ready.append(job)
  }

  private func meet(_ task: TaskMemory, id: UInt64) {
    let isRetained = !task.isAsyncLet
    if isRetained { task.retain() }
    let number = tasks.count + 1
    let record = TaskRecord(id: id, memory: isRetained ? task : nil, number: number)
    tasks.insert(record)
    openTasks.append(number - 1)
    if !isRetained { tasks.details(number - 1).asyncLet = AsyncLetTask(memory: task) }
    isReady(task, id: id)
    if explains { explainStart(of: task, number) }
    if number > 1 { started() }
  }

  private func explainStart(of task: TaskMemory, _ number: Int) {
    if let name = task.name {
      tasks.details(number - 1).name = name
      outcome.trace.names[number] = name
    }
    if number > 1, let site = captureCallSite() { tasks.details(number - 1).startCallSite = site }
    trace(.start, number - 1)
  }

  /// Takes note of a `Task.immediate`, which runs to its first suspension before it is ever
  /// enqueued.
  func startsNow(_ task: TaskMemory) {
    guard phase == .body || phase == .drain, tasks.index(of: task.id) == nil else { return }
    meet(task, id: task.id)
    tasks[tasks.count - 1].waitingSince = elapsed
    // It may end inside the job of the task that started it.
    counters.mayHaveMissedEnds = true
    mayHaveLeft = true
  }

  func sleep(_ job: UnownedJob, for delay: Duration) {
    var sleeper: Int32 = -1
    if let task = TaskMemory.current,
      let index = tasks.index(of: task.id)
    {
      let details = tasks.details(index)
      let (deadline, overflows) = clock.pointee.addingReportingOverflow(delay.nanosecondsClamped)
      details.sleepsUntil = overflows ? .max : deadline
      details.waitCallSite = captureCallSite()
      trace(.sleep, index, nil, delay.inSeconds)
      sleeper = Int32(index)
    }
    let timer = startTimer(
      after: delay, .job(ReadyJob(job: job, lane: .other)), sleeper: sleeper)
    if sleeper >= 0 { tasks[Int(sleeper)].sleepTimer = timer }
  }
}
