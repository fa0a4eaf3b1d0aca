internal import BubbleClock
internal import Probe
internal import Synchronization

/// One bubble: the ready jobs, the timers, the tasks and the time of the run that is under way.
///
/// Invariants:
/// 1. Everything but `inbox`, `members` and the atomics is touched by one thread: the one that the
///    run is installed on.
/// 2. A task stands in `tasks` from its first sight to the end of the run; its memory is retained
///    by the table unless it is an `async let`.
/// 3. The sleep timers of the runtime never stand in `tasks`: they are not the program's tasks.
/// 4. Time moves only while `ready` and `inbox` are empty and the closure has not returned.
final class BubbleRun: Observer, @unchecked Sendable {
  // `@unchecked`, and `@exclusivity(unchecked)`, as a check at each access costs a tenth of the speed:
  // invariant 1.

  /// 2000-01-01T00:00:00Z, where every clock starts, in nanoseconds from 1970.
  static let start: UInt64 = 946_684_800_000_000_000
  private static let lastID = Atomic<UInt64>(0)

  enum Phase { case preparing, body, drain, over }

  private(set) var runID: UInt64 = 0
  override var id: UInt64 { runID }

  private let clock = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
  @exclusivity(unchecked) private(set) var ready = ReadyQueue()
  @exclusivity(unchecked) private(set) var timers = TimerQueue()
  @exclusivity(unchecked) private(set) var chooser = Chooser(.firstInFirstOut)
  @exclusivity(unchecked) var tasks = TaskTable()
  /// The tasks of this run and the driver, for threads outside that ask whose a task is.
  private let members = Mutex<Set<UInt64>>([])
  private let inbox = Mutex<[ReadyJob]>([])
  private let doorbell = Doorbell()
  /// Odd while the program's code runs; the watchdog has no say over the bubble's own work.
  private let pulse = Atomic<Int>(0)
  let isAbandoned = Atomic<Bool>(false)

  @exclusivity(unchecked) private(set) var phase = Phase.preparing
  @exclusivity(unchecked) private(set) var outcome = RunOutcome()
  @exclusivity(unchecked) var bounds = Bounds()
  /// Whether to look at the stack for places, for a report.
  @exclusivity(unchecked) var explains = false
  @exclusivity(unchecked) private(set) var counters = TaskCounters()
  @exclusivity(unchecked) var sections: [String: SectionCounter] = [:]
  @exclusivity(unchecked) var settlers: [UnsafeContinuation<Void, Never>] = []
  @exclusivity(unchecked) private var firedSleeps: Set<UInt64> = []
  @exclusivity(unchecked) private var driverID: UInt64 = 0
  /// Whether this run's tasks have been told to end.
  @exclusivity(unchecked) private var hasCancelled = false
  /// Whether the next job to come is that of a task which wants others to have a turn.
  @exclusivity(unchecked) private var standsInLine = false
  /// So many changes of executor of one task in a row are not decided on by the schedule.
  private static let mostHops = 2
  /// The task whose job ran last, by its index; -1 for other jobs.
  @exclusivity(unchecked) private var currentTask: Int32 = -1
  @exclusivity(unchecked) private var driverJob: ReadyJob?

  override init() {
    super.init()
    clock.initialize(to: Self.start)
  }

  deinit {
    clock.deallocate()
  }

  /// Nanoseconds since the run began.
  var elapsed: UInt64 { clock.pointee - Self.start }

  /// Whether the verdict stands, so that what is reported from now on is only the cleaning up.
  var isJudged: Bool { phase == .over || phase == .preparing }

  // MARK: Being the bubble of a thread

  func install() {
    Observer.setCurrent(self)
    bubble_clock_set(clock)
  }

  func uninstall() {
    Observer.setCurrent(nil)
    bubble_clock_set(nil)
  }

  // MARK: One run

  /// Forgets the run before and gets ready for the next.
  func begin(_ schedule: Schedule, keepsTrail: Bool) {
    runID = Self.lastID.add(1, ordering: .relaxed).newValue
    phase = .preparing
    hasCancelled = false
    chooser = Chooser(schedule, keepsTrail: keepsTrail)
    currentTask = -1
    outcome = RunOutcome()
    counters = TaskCounters()
    sections.removeAll()
    firedSleeps.removeAll()
    clock.pointee = Self.start
  }

  /// Runs the driver, which creates the root task of this run, until it waits again or ends.
  func stepDriver() {
    while let job = driverJob {
      driverJob = nil
      job.runAnywhere()
    }
  }

  /// Lets the tasks run until the verdict is found, and frees what the run held.
  func finish() -> RunOutcome {
    phase = .body
    runBody()
    if isAbandoned.load(ordering: .acquiring) { return outcome }
    if outcome.verdict == .passed {
      phase = .drain
      drain()
    }
    outcome.time = .nanoseconds(elapsed)
    phase = .over
    cleanUp()
    outcome.steps = counters.steps
    return outcome
  }

  private func runBody() {
    while phase == .body {
      takeInbox()
      if step() {
        if counters.steps >= bounds.steps {
          return stop(bound: "\(bounds.steps) steps without an end")
        }
        continue
      }
      if phase != .body || isAbandoned.load(ordering: .acquiring) { return }
      if !settlers.isEmpty {
        let settled = settlers
        settlers.removeAll()
        for settler in settled { settler.resume() }
      } else if timers.nextDeadline() != nil {
        fireNextTimer()
        if elapsed > bounds.virtualTime {
          return stop(bound: "an hour of virtual time without an end")
        }
      } else if !waitsForOutside() {
        outcome.verdict = .deadlocked
        outcome.tasks = summaries() + waitingAsyncLets()
        return
      }
    }
  }

  /// Runs one job; `false` when none is ready.
  private func step() -> Bool {
    guard !ready.isEmpty else { return false }
    let next = ready.remove(at: chooser.nextJob(in: ready, after: currentTask))
    currentTask = next.task
    counters.steps += 1
    let index = Int(next.task)
    if index >= 0 {
      counters.lastTask = index
      tasks.goesOn(index)
    }
    beat()
    next.run()
    // A task that resumes often has to change executors first, before any of its own code runs.
    var hops = 0
    while hops < Self.mostHops, let hop = ready.takeHop(of: next.task) {
      hops += 1
      hop.run()
    }
    beat()
    if isAbandoned.load(ordering: .acquiring) { return false }
    if index >= 0 {
      // An `async let` is looked at now: its parent, whose memory it lives in, has not run yet.
      if TaskMemory(next.job).isComplete {
        finished(index)
      } else {
        tasks[index].waitingSince = elapsed
      }
    } else {
      counters.mayHaveMissedEnds = true
    }
    return true
  }

  private func fireNextTimer() {
    let before = clock.pointee
    guard let timer = timers.popNext() else { return }
    clock.pointee = max(before, timer.deadline)
    switch timer.action {
    case .call(let fire): fire()
    case .job(let job):
      counters.steps += 1
      // The job is a task of the runtime's that changes executors on its way.
      firedSleeps.insert(TaskMemory(job.job).id)
      job.run()
    }
    // The timer of a sleep that was cancelled wakes nobody: for the program no time has passed.
    if ready.isEmpty, case .job = timer.action { clock.pointee = before }
  }

  private func drain() {
    let end = counters.steps + bounds.drainSteps
    while counters.steps < end {
      takeInbox()
      if !step() { break }
    }
    noteEnds()
    let left = unfinished()
    guard !left.isEmpty else { return }
    outcome.verdict = .leaked
    outcome.tasks = summaries()
    cancel(left)
    noteEnds()
    for (position, index) in left.enumerated() where position < outcome.tasks.count {
      outcome.tasks[position].endsWhenCancelled = tasks[index].isFinished
    }
  }

  /// Cancels tasks and lets everything run that can, without time moving.
  private func cancel(_ indices: [Int]) {
    phase = .over
    hasCancelled = true
    for index in indices { tasks[index].memory?.cancel() }
    let end = counters.steps + bounds.cancelSteps
    while counters.steps < end {
      takeInbox()
      if !step() { return }
    }
  }

  private func cleanUp() {
    if outcome.verdict != .passed, !hasCancelled { cancel(unfinished()) }
    // The jobs of cancelled sleeps own memory; to run them is the only way to give it back.
    var left = bounds.drainSteps
    while left > 0, let timer = timers.popNext() {
      left -= 1
      if case .job(let job) = timer.action { job.run() }
    }
    left = bounds.cancelSteps
    while left > 0, step() { left -= 1 }
    ready.removeAll()
    timers.removeAll()
    settlers.removeAll()
    for record in tasks.records { record.memory?.release() }
    tasks.removeAll()
    let driver = driverID
    members.withLock { members in
      members.removeAll(keepingCapacity: members.count <= 1024)
      members.insert(driver)
    }
  }

  /// Changes with every job of every run; `nil` while none runs.
  var jobNumber: Int? {
    let number = pulse.load(ordering: .relaxed)
    return number.isMultiple(of: 2) ? nil : number
  }

  private func beat() {
    // This thread is the only one that writes.
    pulse.store(pulse.load(ordering: .relaxed) &+ 1, ordering: .relaxed)
  }

  /// The driver's last step is not part of a run.
  func endDriving() { phase = .preparing }

  /// What is known of a run whose thread is lost; its state is at rest, as that thread is not ours.
  func abandonedOutcome(_ bound: String) -> RunOutcome {
    var abandoned = outcome
    abandoned.verdict = .stuck
    abandoned.bound = bound
    abandoned.time = .nanoseconds(elapsed)
    abandoned.tasks = counters.lastTask < tasks.count ? [summary(of: tasks[counters.lastTask])] : []
    return abandoned
  }

  private func stop(bound: String) {
    outcome.verdict = .stuck
    outcome.bound = bound
    let task = bounds.looksAtTask.map { $0 - 1 } ?? counters.lastTask
    outcome.tasks = task < tasks.count ? summaries(only: task) : []
    // What can still run would run for ever.
    ready.removeAll()
  }

  /// The closure of `bubble` has returned or thrown.
  func bodyReturned(_ error: (any Error)?) {
    guard phase == .body else { return }
    phase = .drain
    outcome.thrown = error
  }

  // MARK: Jobs

  func enqueue(_ job: UnownedJob, lane: ReadyJob.Lane) {
    let task = TaskMemory(job)
    guard task.isTask else { return append(job, lane, task: -1, yields: task.isYield) }
    let id = task.id
    if phase == .preparing {
      if driverID == 0 {
        driverID = id
        members.withLock { _ = $0.insert(id) }
      }
      if id == driverID {
        driverJob = ReadyJob(job: job, lane: lane)
        return
      }
    }
    if let index = tasks.index(of: id) { return append(job, lane, task: index, yields: false) }
    if firedSleeps.contains(id) { return append(job, lane, task: -1, yields: false) }
    meet(task, id: id)
    append(job, lane, task: tasks.count - 1, yields: false)
  }

  private func append(_ job: UnownedJob, _ lane: ReadyJob.Lane, task: Int, yields: Bool) {
    // The job of a yield is nobody's, but it is the running task that falls behind.
    let rank = chooser.rank(ofTask: yields ? currentTask : Int32(task), yields: yields)
    let isHop = task >= 0 && Int32(task) == currentTask && lane == .other && !standsInLine
    standsInLine = false
    ready.append(ReadyJob(job: job, lane: lane, task: Int32(task), isHop: isHop, rank: rank))
  }

  private func meet(_ task: TaskMemory, id: UInt64) {
    let isRetained = !task.isAsyncLet
    if isRetained { task.retain() }
    let number = tasks.count + 1
    let record = TaskRecord(id: id, memory: isRetained ? task : nil, number: number)
    tasks.insert(record)
    members.withLock { _ = $0.insert(id) }
    if let name = task.name {
      tasks.details(number - 1).name = name
      outcome.trace.names[number] = name
    }
    if number > 1, let site = lookAround() { tasks.details(number - 1).startSite = site }
    trace(.start, number - 1)
    if number > 1 { started() }
  }

  /// Takes a job from a thread outside when its task belongs to this run.
  func takeFromOutside(_ job: ReadyJob, task id: UInt64) -> Bool {
    // Not a look at `tasks`: even reading it would retain an array that the run is changing.
    let isOurs = members.withLock { $0.contains(id) }
    guard isOurs else { return false }
    inbox.withLock { $0.append(job) }
    doorbell.ring()
    return true
  }

  private func takeInbox() {
    let jobs = inbox.withLock { inbox in
      guard !inbox.isEmpty else { return [ReadyJob]() }
      defer { inbox.removeAll() }
      return inbox
    }
    guard !jobs.isEmpty else { return }
    outcome.isFullyControlled = false
    for job in jobs { enqueue(job.job, lane: job.lane) }
  }

  /// Waits in real time for a thread outside that may resume a continuation; `false` in vain.
  private func waitsForOutside() -> Bool {
    let mayBeResumed = tasks.records.contains { record in
      !record.isFinished && record.details?.operation == nil
        && record.memory.map { $0.mayBeResumedOutside } == true
    }
    guard mayBeResumed else { return false }
    let isAwake = waitsForDoorbell()
    // One long wait in vain is enough: the runs after it are the same program.
    if !isAwake { bounds.outsideWait = min(bounds.outsideWait, 50_000_000) }
    return isAwake
  }

  /// Waits for a ring while any thread could still bring one.
  ///
  /// On a loaded machine the thread that is to ring may wait long for a processor. So only time counts
  /// in which no other thread of the process runs or could run, up to a limit for all runs together.
  private func waitsForDoorbell() -> Bool {
    let period: UInt64 = 10_000_000
    var quiet: UInt64 = 0
    while quiet < bounds.outsideWait, bounds.outsideBudget > period {
      if doorbell.wait(nanoseconds: period) { return true }
      bounds.outsideBudget -= period
      quiet = ThreadState.othersRun() ? 0 : quiet + period
    }
    return false
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

  // MARK: Observer

  override nonisolated(nonsending) func schedulingPoint(_ operation: Operation) async {
    // Also when the verdict stands: a task that goes on sending in vain has to let go of the thread.
    if explains, let index = currentIndex() { tasks.details(index).lastOperation = operation }
    // Resumed at once: the task stands in line again, and the schedule decides who goes first.
    await withUnsafeContinuation { continuation in
      standsInLine = true
      continuation.resume()
    }
  }

  override func willWait(in operation: Operation) {
    guard let index = currentIndex() else { return }
    let details = tasks.details(index)
    details.operation = operation
    tasks[index].waitingSince = elapsed
    if operation.place.line == 0 { details.waitSite = lookAround() }
    trace(.wait, index, operation, operation.verb.rawValue)
  }

  override func didWait() {
    guard let index = currentIndex() else { return }
    tasks[index].details?.operation = nil
    trace(.wake, index)
  }

  override func note(_ operation: Operation, value: @autoclosure () -> String?) {
    guard explains, let index = currentIndex(), let kind = operation.verb.traceKind else { return }
    trace(kind, index, operation, value())
  }

  /// Keeps an event of a run that explains itself.
  private func trace(
    _ kind: Trace.Event.Kind, _ index: Int, _ operation: Operation? = nil, _ value: String? = nil
  ) {
    guard explains, phase == .body || phase == .drain else { return }
    outcome.trace.add(
      Trace.Event(
        kind: kind, task: tasks[index].number, time: .nanoseconds(elapsed),
        place: operation?.place.short,
        resource: operation?.resources.first?.origin?.place.short, value: value))
  }

  override func misuse(_ message: String, in operation: Operation) {
    guard phase == .body || phase == .drain else { return }
    let time = Duration.nanoseconds(elapsed).inSeconds
    let place = operation.place.line == 0 ? "in a for await loop" : "at \(operation.place.short)"
    outcome.misuses.append("\(message) \(place), t = \(time)")
  }

  override func choose(below bound: Int) -> Int {
    chooser.choice(below: bound)
  }

  override func startTimer(after delay: Duration, _ fire: @escaping @Sendable () -> Void) -> UInt64
  {
    timers.insert(at: clock.pointee &+ delay.nanosecondsClamped, .call(fire))
  }

  override func cancelTimer(_ id: UInt64) {
    timers.cancel(id)
  }

  /// Where the program stands, in a run that explains itself; a report shows few places, so the
  /// first some hundred looks will do.
  private func lookAround() -> StartSite? {
    guard explains, counters.looks < 300 else { return nil }
    counters.looks += 1
    // To look may take long, and may wait for other bubbles that look: that is not the job's fault.
    beat()
    defer { beat() }
    return .capture()
  }

  private func currentIndex() -> Int? {
    guard let task = TaskMemory.current else { return nil }
    return tasks.index(of: task.id)
  }

  // MARK: Counting

  private func started() {
    counters.started += 1
    if counters.live > counters.mostAlive {
      noteEnds()
      counters.mostAlive = max(counters.mostAlive, counters.live)
    }
  }

  private func finished(_ index: Int) {
    guard !tasks[index].isFinished else { return }
    tasks[index].isFinished = true
    trace(.end, index)
    if tasks[index].number > 1 { counters.finished += 1 }
  }

  /// Finds tasks that ended inside the work of an actor, where no end is seen.
  func noteEnds() {
    guard counters.mayHaveMissedEnds else { return }
    counters.mayHaveMissedEnds = false
    for index in 0..<tasks.count
    where !tasks[index].isFinished && tasks[index].memory?.isComplete == true {
      finished(index)
    }
  }

  private func unfinished() -> [Int] {
    // An `async let` ends with its parent, so the parent speaks for it.
    (0..<tasks.count).filter { !tasks[$0].isFinished && tasks[$0].memory != nil }
  }

  /// The tasks that a report speaks of: one, or all that are not finished.
  private func summaries(only index: Int? = nil) -> [TaskSummary] {
    noteEnds()
    return (index.map { [$0] } ?? unfinished()).map { summary(of: tasks[$0]) }
  }

  /// Each `async let` that waits in the library; of others nothing is known that could be said.
  private func waitingAsyncLets() -> [TaskSummary] {
    tasks.records.filter { $0.memory == nil && !$0.isFinished && $0.details?.operation != nil }
      .map { summary(of: $0) }
  }
}
