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
