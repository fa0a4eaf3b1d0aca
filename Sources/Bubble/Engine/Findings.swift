/// The results of a session's runs, without keeping them all.
struct Findings {
  /// A run in which something was wrong.
  struct Failed {
    let schedule: Schedule
    let outcome: RunOutcome
    let decisions: [Decision]
  }

  private(set) var runs = 0
  private(set) var failures = 0
  /// The jobs of all runs together.
  private(set) var steps = 0
  private(set) var firstFailed: Failed?
  /// The number of that run, counted from 1.
  private(set) var firstFailedRun = 0
  /// How many runs waited for threads outside, in real time without a result.
  private(set) var waitsInVain = 0
  /// How many runs noted each outcome.
  private(set) var outcomes: [String: Int] = [:]
  /// Virtual time of the first run.
  private(set) var duration: Duration = .zero
  /// The error by which the closure cancelled its test.
  private(set) var cancellation: (any Error)?
  /// Whether all schedules there are have been run.
  var hasRunAll = false
  /// Whether the program tries locks: all runs have to start again, with held locks visible to
  /// other tasks.
  var triesLocks = false
  /// How long the runs' jobs have blocked their thread, in nanoseconds of real time.
  var blocked: UInt64 = 0
  /// Whether each run met the decisions that were asked for, in a search.
  var repeats = true
  /// Whether a thread outside took part in some run.
  private(set) var wasControlledOutside = false
  /// Whether some run had more places to pause a job than it may use.
  private(set) var hasSkippedPauses = false
  /// Whether some run drew random numbers.
  private(set) var drewRandomNumbers = false

  /// What the first run printed.
  private(set) var printed: [PrintedLine] = []
  /// The first run for each number of tasks that had work left at the end, and how many there were.
  private(set) var late: [Int: (first: Schedule, runs: Int)] = [:]

  /// The traces of the first run and of one that differs from it.
  private(set) var otherTrace: (run: Int, first: Trace, other: Trace)?
  private var firstTrace: (trace: Trace, decisions: [Decision])?

  /// Compares a run with the first one.
  mutating func compare(_ trace: Trace, _ decisions: [Decision]) {
    let trace = trace.withoutAddresses
    guard let first = firstTrace else {
      firstTrace = (trace, decisions)
      return
    }
    if otherTrace == nil, trace != first.trace || decisions != first.decisions {
      otherTrace = (runs + 1, first.trace, trace)
    }
  }

  mutating func add(_ outcome: RunOutcome, of schedule: Schedule, decisions: [Decision]) {
    if runs == 0 {
      duration = outcome.time
      printed = outcome.printed
    }
    runs += 1
    steps += outcome.steps
    if let noted = outcome.noted { outcomes[noted, default: 0] += 1 }
    if let thrown = outcome.thrown, thrown.cancelsTest { cancellation = thrown }
    if !outcome.isUsual {
      if outcome.hasWaitedInVain { waitsInVain += 1 }
      if !outcome.isFullyControlled || outcome.hasUsedThreads { wasControlledOutside = true }
      if outcome.drewRandomNumbers { drewRandomNumbers = true }
      if outcome.hasSkippedPauses { hasSkippedPauses = true }
      if outcome.lateTasks > 0, outcome.verdict == .passed {
        late[outcome.lateTasks, default: (schedule, 0)].runs += 1
      }
    }
    guard outcome.verdict != .passed else { return }
    failures += 1
    if firstFailed == nil {
      firstFailed = Failed(schedule: schedule, outcome: outcome, decisions: decisions)
      firstFailedRun = runs
    }
  }
}

extension Findings {
  /// What decided the runs besides the schedules, as text; `nil` if nothing did.
  var uncontrolled: String? {
    if drewRandomNumbers { return "it draws random numbers" }
    if wasControlledOutside { return "threads outside the bubble take part" }
    return repeats ? nil : "it uses something that the bubble does not control"
  }
}
