internal import Testing

extension RunOutcome {
  // Without a raw value: two verdicts would be compared by theirs, as texts, in each run.
  enum Verdict: Sendable {
    case passed, wrong, race, leaked, deadlocked, stuck

    /// The verdict on a run, which nothing else decides.
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
      // A race may be why the test found something wrong; that nobody ends or goes on says more.
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
  /// Whether it is the error of a `#require`, which has reported itself.
  var isRequirement: Bool { self is ExpectationFailedError }

  /// Whether it is the error by which `Test.cancel` ends its test.
  var cancelsTest: Bool {
    // The testing library keeps the type of that error to itself.
    "\(type(of: self))" == "SkipInfo"
  }
}
