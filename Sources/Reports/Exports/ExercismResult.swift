import GraderFormats

/// An Exercism test runner's `results.json`, version 3.
///
/// Rules: `status` is `pass` when all tests pass, `error` with a `message` when none could run, and
/// otherwise `fail`; the tests are in the course's order; `task_id` counts the exercises from 1.
struct ExercismResult: Codable {
  struct Test: Codable {
    var name: String
    var status: String
    var message: String?
    var taskId: Int
  }

  var version = 3
  var status: String
  var message: String?
  var tests: [Test]

  init(_ result: SubmissionResult, _ exercises: [ClassReport.ExerciseHead]) {
    let tasks = Dictionary(exercises.enumerated().map { ($1.id, $0 + 1) }) { first, _ in first }
    tests = ExportedTest.all(of: result).map {
      Test(
        name: $0.name, status: $0.status.rawValue, message: $0.message,
        taskId: tasks[$0.exercise.id, default: 1])
    }
    if result.status != .graded {
      status = "error"
      message = (result.reason ?? "the submission could not be graded").visible
    } else if tests.allSatisfy({ $0.status == "error" }) {
      status = "error"
      message = Self.words(result)
    } else {
      status = tests.allSatisfy { $0.status == "pass" } ? "pass" : "fail"
    }
  }

  /// Why no test could run: the compiler's messages, if there are any.
  private static func words(_ result: SubmissionResult) -> String {
    let lines = result.chapters.flatMap { chapter in
      chapter.diagnostics.map(\.text)
    }
    return lines.isEmpty
      ? "no test could run" : lines.joined(separator: "\n").excerpt(characters: 60000).visible
  }
}
