internal import Testing

extension RunOutcome {
  // Without a raw value: two verdicts would be compared by it, as strings, in each run.
  enum Verdict: Sendable {
    case passed, wrong, race, leaked, deadlocked, stuck

    /// The verdict on a run; it depends on nothing else.
    ///
    /// - Parameters:
    ///   - ending: How the run came to its end.
    ///   - failures: How many failures its code reported.
    ///   - misuses: How often its code misused the library.
    ///   - thrown: What the closure threw.
    ///   - hasRace: Whether nothing orders two of its accesses to memory.
    init(of ending: Ending, failures: Int, misuses: Int, thrown: (any Error)?, hasRace: Bool) {
      let isCancelled = thrown?.cancelsTest ?? false
      let isWrong = failures > 0 || misuses > 0 || (thrown != nil && !isCancelled)
      // A race may be why the test found something wrong; a deadlock or an endless run says more.
      switch ending {
      case .stuck: self = .stuck
      case .nothingCanRun: self = .deadlocked
      case _ where hasRace && !isCancelled: self = .race
      case _ where isWrong: self = .wrong
      case .late, .tasksLeft: self = .leaked
      case .returned: self = .passed
      }
    }
  }
}

extension Error {
  /// Whether it is the error of a failed `#require`, which has been reported already.
  var isRequirement: Bool { self is ExpectationFailedError }

  /// Whether it is the error by which `Test.cancel` ends its test.
  var cancelsTest: Bool {
    // The type of that error is not public.
    "\(type(of: self))" == "SkipInfo"
  }
}
