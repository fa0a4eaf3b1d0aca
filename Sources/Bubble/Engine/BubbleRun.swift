internal import CBubbleRuntime
internal import Probe
internal import Synchronization

/// One bubble: the ready jobs, the timers, the tasks and the time of the run that is under way.
///
/// Invariants:
/// 1. Everything but `mailbox`, the numbers in `tasks` and the atomics is touched by one thread at
///    a time: the one whose turn it is. That is the session's thread or, while a job has paused,
///    another one (see `Pauses.swift`); the turn is handed over with a wake-up.
/// 2. A task is in `tasks` from when it is first seen to the end of the run; the table retains its
///    memory unless it is an `async let`.
/// 3. The sleep timers of the runtime are never in `tasks`: they are not the program's tasks.
/// 4. Time moves only while `ready` and `mailbox` are empty and the closure has not returned.
///
/// The parts of a run are in the files beside this one: the loop, the jobs, threads outside, the
/// end.
final class BubbleRun: @unchecked Sendable {
  // `@unchecked`: invariant 1. For the same reason `@exclusivity(unchecked)`: a check at each
  // access costs a tenth of the speed.

  /// 2000-01-01T00:00:00Z, where every clock starts, in nanoseconds from 1970.
  static let start: UInt64 = 946_684_800_000_000_000
  private static let lastID = Atomic<UInt64>(0)

  /// How much a run records: its verdict, also what happened, or also where tasks are in the code.
  ///
  /// A run that records more than its verdict *explains itself*. For places it looks at stacks.
  enum Detail: Int { case verdict, trace, places }
  enum Phase { case preparing, body, drain, over }

  /// Identifies the run; never reused.
  private(set) var id: UInt64 = 0
  /// What the library sees of this run.
  private(set) lazy var observer = RunObserver(self)

  let clock = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
  /// The clocks that order the tasks of the run, and their accesses to memory.
  let races: OpaquePointer = races_make()
  @exclusivity(unchecked) var ready = ReadyQueue()
  @exclusivity(unchecked) var timers = TimerQueue()
  @exclusivity(unchecked) var chooser = Chooser(.firstInFirstOut)
  let tasks = TaskTable()
  /// The indices of the tasks whose end `noteEnds` has not seen yet, in order.
  @exclusivity(unchecked) var openTasks: [Int] = []
  let mailbox = Mailbox()
  /// Odd while the program's code runs; the watchdog ignores the bubble's own work.
  let heartbeat = Atomic<Int>(0)
  let isAbandoned = Atomic<Bool>(false)
  let systemSleeps = SystemSleeps()

  @exclusivity(unchecked) var phase = Phase.preparing
  @exclusivity(unchecked) var outcome = RunOutcome()
  @exclusivity(unchecked) var limits = RunLimits()
  /// What collects the failures of this run.
  var collector: IssueCollector?
  /// What the run keeps for a report.
  @exclusivity(unchecked) var detail = Detail.verdict
  /// Which code is the test's own; `nil` outside a test.
  @exclusivity(unchecked) var testSource: TestSource?
  /// The module that the test's own code belongs to.
  @exclusivity(unchecked) var testModule: String?
  /// Whether the run keeps what the program prints, as one that explains itself does.
  @exclusivity(unchecked) var keepsOutput = false
  /// What each task has printed of a line that has not ended.
  @exclusivity(unchecked) var unfinishedLines: [Int: String] = [:]
  /// Which tasks used each channel last, in a run that explains itself.
  @exclusivity(unchecked) var users: [ObjectIdentifier: ChannelUsers] = [:]
  @exclusivity(unchecked) var counters = TaskCounters()
  @exclusivity(unchecked) var sections: [String: SectionCounter] = [:]
  @exclusivity(unchecked) var settlers: [UnsafeContinuation<Void, Never>] = []
  /// Whether the settlers are being resumed: what they do comes after everything that has happened.
  @exclusivity(unchecked) var isSettling = false
  /// How often the time has moved since anything but a pause happened.
  @exclusivity(unchecked) var idleJumps = 0
  /// How often the time has moved.
  @exclusivity(unchecked) var timeMoves = 0
  @exclusivity(unchecked) var firedSleeps: Set<UInt64> = []
  @exclusivity(unchecked) var driverID: UInt64 = 0
  /// How often a job has paused in this run, and the pauses that have not ended.
  @exclusivity(unchecked) var pauseCount = 0
  @exclusivity(unchecked) var pauses: [Pause?] = []
  /// How often in this run another job has gone first after the end of a sleep.
  @exclusivity(unchecked) var lateSleepers = 0
  /// The jobs that wait for a lock which another job holds, the oldest first.
  @exclusivity(unchecked) var lockWaits: [LockWait] = []
  /// Which task took each lock last, and where, in a run that explains itself.
  @exclusivity(unchecked) var lockSites:
    [UnsafeRawPointer: (task: Int32, site: CapturedCallSite?)] = [:]
  /// Whether the program has tried a lock, instead of waiting for it, in some run of this session.
  @exclusivity(unchecked) var hasTriedLocks = false
  /// Whether other tasks may go first when a task has taken a lock.
  ///
  /// To a task that waits for locks it makes no difference, so only programs that try locks need
  /// it.
  @exclusivity(unchecked) var showsHeldLocks = false
  /// Whether instrumented code has taken a lock or accessed an atomic in this run.
  @exclusivity(unchecked) var hasAccesses = false
  /// How many accesses to shared memory instrumented code has made since the step began.
  @exclusivity(unchecked) var accessesInStep = 0
  /// Whether the program has learned something of a channel since the step began, and whether it has
  /// tried to send or receive.
  @exclusivity(unchecked) var hasLookedInStep = false
  @exclusivity(unchecked) var hasTriedInStep = false
  /// How many tasks have been started since the step began, and how many were added to wait groups.
  @exclusivity(unchecked) var startedInStep = 0
  @exclusivity(unchecked) var addedInStep = 0
  /// The accesses to shared memory in a run that explains itself, and the last one of each task.
  @exclusivity(unchecked) var accesses: [(task: Int32, access: Interruption.Access)] = []
  @exclusivity(unchecked) var lastAccesses:
    [Interruption.Subject: [Int32: (index: Int, access: Interruption.Access)]] = [:]
  /// The session's thread, and where it waits while other threads run the loop.
  @exclusivity(unchecked) var mainThread: UnsafeRawPointer?
  @exclusivity(unchecked) var mainPause: Pause?
  /// Whether the loop has come to its end on a thread that is not the session's.
  @exclusivity(unchecked) var isLoopOver = false
  /// What threads asked of the world outside before they handed the run over.
  @exclusivity(unchecked) var outsideCalls: Int32 = 0
  /// The kernel's number of the thread whose turn it is, for the watchdog.
  let threadID = Atomic<Int32>(0)
  /// Whether this run's tasks have been cancelled.
  @exclusivity(unchecked) var hasCancelled = false
  /// A task that has given the thread back to let others go first.
  @exclusivity(unchecked) var yieldedTask: UnsafeContinuation<Void, Never>?
  /// Whether a task may have gone to an executor of its own, and so to a thread outside.
  @exclusivity(unchecked) var mayHaveLeft = false
  /// Whether a block was to run on a queue of Dispatch at a later time.
  @exclusivity(unchecked) var hasStartedBlocks = false
  /// How many changes of executor of a cancelled task, in a row, the schedule does not decide.
  static let mostHops = 2
  /// The task whose job ran last, by its index; -1 for other jobs.
  @exclusivity(unchecked) var currentTask: Int32 = -1
  @exclusivity(unchecked) var driverJob: ReadyJob?

  init() {
    clock.initialize(to: Self.start)
  }

  deinit {
    clock.deallocate()
    races_free(races)
  }

  /// Whether the run keeps what happened.
  var explains: Bool { detail != .verdict }

  /// Whether the outcome has more to forget than numbers and the verdict, which are set again.
  ///
  /// Not a property of the outcome: unoptimized, that would copy the outcome for each run.
  private var hasOutcome: Bool {
    outcome.ending != .returned || !outcome.isUsual || outcome.thrown != nil
      || !outcome.misuses.isEmpty || outcome.race != nil || outcome.noted != nil
      || !outcome.trace.events.isEmpty
  }

  /// Nanoseconds since the run began.
  var elapsed: UInt64 { clock.pointee - Self.start }

  /// Whether the run is over or has not begun, so that a failure reported now does not count.
  var isJudged: Bool { phase == .over || phase == .preparing }

  // MARK: Being the bubble of a thread

  func install() {
    Observer.setCurrent(observer)
    bubble_clock_set(clock)
    bubble_run_set(Unmanaged.passUnretained(self).toOpaque())
    races_set(races)
    _ = outside_calls_take()
  }

  func uninstall() {
    Observer.setCurrent(nil)
    bubble_clock_set(nil)
    bubble_run_set(nil)
    races_set(nil)
  }

  // MARK: One run

  /// Forgets the previous run and prepares the next one.
  func begin(_ schedule: Schedule, keepsDecisions: Bool) {
    id = Self.lastID.add(1, ordering: .relaxed).newValue
    phase = .preparing
    hasCancelled = false
    mayHaveLeft = false
    hasStartedBlocks = false
    races_begin(races)
    // What the session itself has started does not count for the run.
    _ = outside_calls_take()
    chooser = Chooser(schedule, keepsDecisions: keepsDecisions)
    currentTask = -1
    idleJumps = 0
    timeMoves = 0
    pauseCount = 0
    lateSleepers = 0
    hasAccesses = false
    isLoopOver = false
    if hasOutcome { outcome = RunOutcome() }
    counters = TaskCounters()
    // Emptying an empty collection costs as much as looking up a task.
    if !sections.isEmpty { sections.removeAll(keepingCapacity: true) }
    if !users.isEmpty { users.removeAll() }
    if !unfinishedLines.isEmpty { unfinishedLines.removeAll() }
    if !lockSites.isEmpty { lockSites.removeAll() }
    if !accesses.isEmpty {
      accesses.removeAll()
      lastAccesses.removeAll()
    }
    if !firedSleeps.isEmpty { firedSleeps.removeAll(keepingCapacity: true) }
    clock.pointee = Self.start
  }

  /// Runs the driver, which creates the root task of this run, until it waits again or ends.
  func stepDriver() {
    while let job = driverJob {
      driverJob = nil
      job.run()
    }
  }

  /// Lets the tasks run until the run is at its end, and frees what the run held.
  func finish() {
    phase = .body
    _ = runBody()
    if isAbandoned.load(ordering: .acquiring) { return }
    if outcome.ending == .returned {
      phase = .drain
      drain()
    }
    outcome.time = .nanoseconds(elapsed)
    noteRace()
    phase = .over
    cleanUp()
    let calls = Int(outside_calls_take() | outsideCalls)
    outsideCalls = 0
    if calls & outside_random_numbers != 0 { outcome.drewRandomNumbers = true }
    if calls & outside_threads != 0 { outcome.hasUsedThreads = true }
    outcome.steps = counters.steps
  }

  /// The driver's last step is not part of a run.
  func endDriving() { phase = .preparing }

  /// The code says how the run came out.
  func note(outcome: String) {
    guard !isJudged else { return }
    self.outcome.noted = outcome
  }

  /// The closure of `bubble` has returned or thrown.
  func bodyReturned(_ error: (any Error)?) {
    guard phase == .body else { return }
    phase = .drain
    outcome.thrown = error
  }
}
