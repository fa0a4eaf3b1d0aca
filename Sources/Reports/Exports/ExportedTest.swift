import GraderFormats

/// A test as most systems want it: a name of its own, one of three words, and a text.
struct ExportedTest {
  enum Status: String {
    case pass, fail

    /// The test ended before it could say right or wrong.
    case error
  }

  var name: String
  var status: Status

  /// Why it has not passed; `nil` when it has.
  var message: String?
  var exercise: ExerciseResult
  var result: TestResult

  /// The points that it gives.
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
