import GraderFormats

/// Decides which test to blame for a run that broke off.
///
/// Only this test fails; all others run again.
enum CrashAttribution: Equatable {
  /// The test with this identifier is to blame.
  case culprit(String, TestOutcome)

  /// It is not known which test it was: run each in a process of its own.
  case unclear

  /// Decides which test to blame.
  ///
  /// - Parameters:
  ///   - record: What the event stream said before it broke off.
  ///   - end: How the process ended.
  ///   - crash: What is known about a crash.
  /// - Returns: The test to blame, if it is known.
  static func of(
    _ record: RunRecord, end: ChildOutcome.End, crash: CrashReport
  ) -> CrashAttribution {
    let running = record.inFlight
    if running.count > 1 { return .unclear }
    if let test = running.first { return .culprit(test, verdict(end, crash)) }
    guard let last = record.lastEnded else { return .unclear }
    var outcome = verdict(end, crash)
    outcome.message = "after the test ended, in what it left running: " + (outcome.message ?? "")
    return .culprit(last, outcome)
  }

  /// The verdict on the test during which a process ended like this.
  static func verdict(_ end: ChildOutcome.End, _ crash: CrashReport) -> TestOutcome {
    switch end {
    case .killed(.idle):
      TestOutcome(.stuck, "all threads sleep, and nothing will wake them: the test never ends")
    case .killed(.stopped):
      TestOutcome(.stuck, "its process was stopped (SIGSTOP), so nothing in it can go on")
    case .killed(.processes):
      TestOutcome(.crashed, "ended by the grader: it started too many processes")
    case .killed(.memory):
      TestOutcome(.crashed, "ended by the grader: it used too much memory")
    case .killed(.disk):
      TestOutcome(.crashed, "ended by the grader: it wrote too many or too large files")
    case .killed, .signaled(24):  // 24: the kernel's own limit on processor time.
      TestOutcome(.stuck, "the test never ends: something in it runs without a pause")
    case .exited(let code):
      TestOutcome(.crashed, "the process ended before the test did: exit code \(code)")
    case .signaled:
      TestOutcome(.crashed, crash.words)
    }
  }
}
