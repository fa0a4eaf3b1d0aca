#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the environment asks of every bubble in this process.
enum Settings {
  /// `BUBBLE_SCHEDULES`: how many schedules to explore in a test that gives no number.
  static let schedules = number("BUBBLE_SCHEDULES", atLeast: 1)

  /// `BUBBLE_SCHEDULE`: the one schedule to run instead, as a failure printed it.
  static let replay = variable("BUBBLE_SCHEDULE")

  /// `BUBBLE_ATTACH`: attach the result of each bubble to its test, for a grader.
  static let attaches = variable("BUBBLE_ATTACH") != nil

  /// `BUBBLE_MODE=reduced`: the real clock and one schedule, as on platforms without the full mode.
  static let isReduced = variable("BUBBLE_MODE") == "reduced"

  /// `BUBBLE_REPEAT`: how often each bubble runs one schedule again to compare the traces; see
  /// `DeterminismCheck`.
  static let repetitions = number("BUBBLE_REPEAT", atLeast: 2)

  /// `BUBBLE_JOB_TIME`: after how many milliseconds a job that does not suspend is stuck; the
  /// grader, which may meet many, sets it.
  static let jobTime = number("BUBBLE_JOB_TIME", atLeast: 1).map { UInt64($0) * 1_000_000 }

  private static func variable(_ name: String) -> String? {
    let text = getenv(name).map { String(cString: $0) }
    return text == "" ? nil : text
  }

  private static func number(_ name: String, atLeast least: Int) -> Int? {
    guard let text = variable(name) else { return nil }
    guard let number = Int(text), number >= least else {
      fatalError("\(name) is not a number of at least \(least): \(text)")
    }
    return number
  }
}

/// How far a run may go before it is called stuck.
struct RunLimits: Sendable {
  /// Jobs in one run; an exercise needs a few hundred.
  var steps = 100_000
  /// Jobs after the closure has returned, until what still runs counts as left behind.
  var drainSteps = 20_000
  /// Jobs after all tasks were cancelled, until what still runs counts as not ended by that.
  var cancelSteps = 2_000
  /// Moves of the virtual time in a row while no task starts or ends and nothing passes through a
  /// channel.
  ///
  /// There is no limit on the time itself: a sleep of a year is one move.
  var idleJumps: Int { steps / 10 }
  /// Processor time of one job, in nanoseconds, and real time that a job may block its thread.
  ///
  /// If the kernel uses most of it, a job may take five times as much. Jobs of exercises take
  /// microseconds, and each endless loop of a class takes this long to grade.
  var jobTime: UInt64 = Settings.jobTime ?? usualJobTime
  private static let usualJobTime: UInt64 = 1_000_000_000
  /// How long all runs together may sleep in the system, in nanoseconds.
  ///
  /// `BUBBLE_JOB_TIME` does not change it: a short sleep is not a mistake because other tests are
  /// stuck.
  var sleepTime: UInt64 { Settings.jobTime == nil ? jobTime : Self.usualJobTime }
  /// The task to report on when a limit is reached, instead of the one that ran last.
  var looksAtTask: Int?
  /// How long a run waits for a thread outside to resume a continuation, in real time in which none
  /// runs.
  var outsideWait: UInt64 = 500_000_000
  /// The same for a run that has started no thread and handed no work to one.
  var shortOutsideWait: UInt64 = 20_000_000
  /// Real time that all runs together wait for threads outside, quiet or not.
  var outsideBudget: UInt64 = 20_000_000_000
}
