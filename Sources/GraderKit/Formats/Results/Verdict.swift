/// What became of one test.
enum Verdict: String, Codable, CaseIterable {
  case passed, wrong, race, leaked, deadlocked, stuck, crashed, notStarted, notRun, rejected,
    tampered

  /// The verdict as people say it.
  var words: String {
    switch self {
    case .notStarted: "not started"
    case .notRun: "not run"
    default: rawValue
    }
  }
}

/// The verdict on one test, with what explains it.
struct TestOutcome: Equatable {
  var verdict: Verdict
  var message: String?
  var schedule: String?
  var failedSchedules: Int?
  var schedules = 0
  var leaks: [Leak] = []
  var seconds = 0.0

  init(_ verdict: Verdict, _ message: String? = nil) {
    self.verdict = verdict
    self.message = message
  }
}

/// A task that was still alive when its test was over.
struct Leak: Codable, Hashable {
  var task: String
  var startedAt: String
  var waitsFor: String

  /// What the task does, as a verb phrase; a bare thing is something it waits for.
  var state: String {
    let verbs = ["waits ", "sleeps ", "runs "]
    return verbs.contains { waitsFor.hasPrefix($0) } ? waitsFor : "waits for \(waitsFor)"
  }

  /// The leak in one line.
  var words: String { "\(task), started at \(startedAt), \(state)" }
}
