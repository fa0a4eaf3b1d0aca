import GraderFormats

/// What Gradescope expects in `/autograder/results/results.json`.
///
/// Rules: `score` for the whole or for each test, `max_score` not below 0, `status` is `passed` or
/// `failed`, `visibility` is `visible`, `hidden`, `after_due_date` or `after_published`.
struct GradescopeResult: Codable {
  struct Test: Codable {
    var name: String
    var number: String
    var score: Double
    var maxScore: Double
    var status: String
    var output: String?
    var visibility = "visible"
  }

  var score: Double
  var output: String
  var outputFormat = "text"
  var testOutputFormat = "text"
  var testNameFormat = "text"
  var visibility = "visible"
  var stdoutVisibility = "hidden"
  var executionTime: Double
  var tests: [Test]

  init(_ result: SubmissionResult) {
    score = Double(result.score)
    executionTime = result.seconds
    output =
      result.status == .graded
      ? "\(result.score) of \(result.maxScore) points"
      : "\(result.status.words): \((result.reason ?? "").visible)"
    tests = result.chapters.flatMap(\.exercises).flatMap { exercise in
      exercise.tests.enumerated().map { place, result in
        let test = ExportedTest(result, of: exercise)
        return Test(
          name: test.name, number: "\(exercise.id).\(place + 1)", score: Double(test.score),
          maxScore: Double(result.points), status: test.status == .pass ? "passed" : "failed",
          output: test.message)
      }
    }
  }
}
