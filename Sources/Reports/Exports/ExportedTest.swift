import GraderFormats

/// A test in the form that most systems expect: a unique name, one of three states, and a text.
struct ExportedTest {
  enum Status: String {
    case pass, fail

    /// The test could not decide between right and wrong.
    case error
  }

  var name: String
  var status: Status

  /// Why it did not pass; `nil` when it did.
  var message: String?
  var exercise: ExerciseResult
  var result: TestResult

  /// The points that it earns.
  var score: Int { status == .pass ? result.points : 0 }

  init(_ test: TestResult, of exercise: ExerciseResult) {
    name = "\(exercise.id) \(exercise.title): \(test.name)"
    status =
      switch test.verdict {
      case .passed: .pass
      case .crashed, .doesNotCompile, .tampered, .notRun: .error
      default: .fail
      }
    message = status == .pass ? nil : Explanation(test, of: exercise).text
    self.exercise = exercise
    result = test
  }

  /// All tests of a submission, in the course's order.
  static func all(of result: SubmissionResult) -> [ExportedTest] {
    result.chapters.flatMap(\.exercises).flatMap { exercise in
      exercise.tests.map { ExportedTest($0, of: exercise) }
    }
  }
}
