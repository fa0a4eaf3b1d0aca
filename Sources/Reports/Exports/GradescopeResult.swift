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
      : "\(result.status.rawValue): \((result.reason ?? "").visible)"
    tests = result.chapters.flatMap(\.exercises).flatMap { exercise in
      exercise.tests.enumerated().map { place, test in
        Test(
          name: "\(exercise.id) \(exercise.title): \(test.name)",
          number: "\(exercise.id).\(place + 1)",
          score: test.verdict == .passed ? Double(test.points) : 0, maxScore: Double(test.points),
          status: test.verdict == .passed ? "passed" : "failed",
          output: test.verdict == .passed ? nil : test.explanation(of: exercise))
      }
    }
  }
}

extension TestResult {
  /// Verdict, message, leaks and replay command as plain text, for reports that have one field.
  func explanation(of exercise: ExerciseResult) -> String {
    var lines = [verdict.words + frequency]
    if let message, !message.isEmpty { lines.append(message.excerpt().visible) }
    lines += untoldLeaks.map { $0.words.visible } + (restOfLeaks.map { [$0] } ?? [])
    if verdict != .notStarted, verdict != .rejected {
      lines.append("replay: " + Replay.command(exercise: exercise.id, schedule: schedule))
    }
    return lines.joined(separator: "\n")
  }
}
