/// The outcome of one test.
package enum Verdict: String, Codable, CaseIterable {
  case passed, wrong, race, leaked, deadlocked, stuck, crashed, notStarted, notRun
  case doesNotCompile = "rejected"
  case tampered

  /// The verdict as reports print it.
  package var words: String {
    switch self {
    case .notStarted: "not started"
    case .notRun: "not run"
    case .doesNotCompile: "does not compile"
    default: rawValue
    }
  }
}

/// The verdict on one test, with what explains it.
package struct TestOutcome: Equatable {
  package var verdict: Verdict
  package var message: String?
  package var schedule: String?
  package var failedSchedules: Int?
  package var schedules = 0
  package var leaks: [Leak] = []
  package var seconds = 0.0

  package init(_ verdict: Verdict, _ message: String? = nil) {
    self.verdict = verdict
    self.message = message
  }
}

/// A task that was still alive when its test was over.
package struct Leak: Codable, Hashable {
  package var task: String
  package var startedAt: String
  package var waitsFor: String

  package init(task: String, startedAt: String, waitsFor: String) {
    self.task = task
    self.startedAt = startedAt
    self.waitsFor = waitsFor
  }

  /// What the task does, as a verb phrase: a `waitsFor` without a verb is what the task waits for.
  package var state: String {
    let verbs = ["waits ", "sleeps ", "runs "]
    return verbs.contains { waitsFor.hasPrefix($0) } ? waitsFor : "waits for \(waitsFor)"
  }

  /// The leak in one line.
  package var words: String { "\(task), started at \(startedAt), \(state)" }
}
