import CourseModel
import GraderFormats
import Grading

/// Grades trivial bodies: empty ones, constants, and arguments passed through.
///
/// A test that accepts such a body gives points for nothing.
struct BodyCheck {
  var context: GradingContext

  func run(_ log: inout CheckLog) throws {
    let exercises = context.wantedExercises
    let stubs = exercises.map { chapter, exercise in
      let file = "\(context.course.root)/Exercises/\(chapter.folder)/\(exercise.file)"
      return SyntaxRequest.Source(text: Files.text(file) ?? "")
    }
    let bodies = try context.syntaxTool.rewrites(.bodies, of: stubs)
    let answers = zip(exercises, bodies).flatMap { exercise, rewrites in
      rewrites.map { (name: $0.name, answer: Answer(exercise, text: $0.text)) }
    }
    let grader = context.grader(ofOwnWork: true)
    let results = grader.grade(answers.map(\.answer)) { _, _ in true }
    let problems = zip(answers, results).flatMap { body, result in
      Self.problems(body.answer.exercise.id, body.name, result)
    }
    let graded = zip(answers, results).filter { $1?.doesNotCompile != true }.map(
      \.0.answer.exercise.id)
    let missing = exercises.map(\.exercise.id).filter { !graded.contains($0) }
    log.note(
      "\(graded.count) trivial bodies earn nothing",
      problems + missing.map { "\($0): no trivial body compiles for it" })
  }

  /// The tests for which a body earned points.
  static func problems(_ exercise: String, _ name: String, _ result: ExerciseResult?) -> [String] {
    guard let result else { return ["\(exercise), \(name): could not be graded"] }
    let passed = result.tests.filter { $0.verdict == .passed }
    guard !passed.isEmpty else { return [] }
    let tests = passed.map { "\"\($0.name)\"" }.joined(separator: ", ")
    return ["\(exercise), \(name): earns \(result.score) of \(result.maxScore): \(tests)"]
  }
}
