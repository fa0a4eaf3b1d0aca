import GraderFormats

/// The result of a runner, which GitHub Classroom's reporter reads in base 64.
///
/// Rules: `version` is 1, `status` is `pass`, `fail` or `error`, `max_score` is the sum of the
/// tests' points, the tests' `score`s add up to the total, and there is at least one test.
struct ClassroomResult: Codable {
  struct Test: Codable {
    var name: String
    var status: String
    var message: String?
    var testCode = ""
    var filename = ""
    var lineNo = 0
    var executionTime: String
    var score: Int
  }

  var version = 1
  var status: String
  var maxScore: Int
  var tests: [Test]

  init(_ result: SubmissionResult) {
    maxScore = result.maxScore
    tests = ExportedTest.all(of: result).map {
      Test(
        name: $0.name, status: $0.status.rawValue, message: $0.message,
        executionTime: "\($0.result.seconds)s", score: $0.score)
    }
    if result.status != .graded || tests.isEmpty {
      status = "error"
      let reason = (result.reason ?? "nothing was graded").visible
      tests.append(
        Test(
          name: "the submission can be graded", status: "error", message: reason,
          executionTime: "0s", score: 0))
    } else {
      status = tests.allSatisfy { $0.status == "pass" } ? "pass" : "fail"
    }
  }
}
