import CourseModel
import GraderFormats
import Grading

/// Puts every mistake that the syntax tool knows into each sample solution, and grades what
/// compiles.
///
/// A mutant with full points survives: either a test is missing, or it is equivalent to the
/// solution and the manifest says why.
struct MutantCheck {
  var context: GradingContext

  /// Called with a message before each step.
  var say: (String) -> Void

  func run(_ log: inout CheckLog) throws -> MutantReport {
    let exercises = context.wantedExercises
    let solutions = exercises.map {
      Solution(chapter: $0, exercise: $1, root: context.course.root)
    }
    let rewrites = try context.syntaxTool.rewrites(.mutants, of: solutions.map(\.source))
    let mutants = zip(solutions, rewrites).flatMap { solution, rewrites in
      rewrites.map { Mutant(solution: solution, rewrite: $0) }
    }
    say("grading \(mutants.count) mutants")
    let grader = context.grader(ofOwnWork: true)
    let fates = Workers(count: context.jobs).map(mutants) { mutant in
      Self.fate(grader.grade(mutant.answer, stopsEarly: true))
    }
    let report = MutantReport(Array(zip(mutants, fates)))
    log.note("every mutant that compiles is rejected, or recorded as equivalent", report.problems)
    return report
  }

  /// What a result says about the mutant.
  static func fate(_ result: ExerciseResult?) -> Mutant.Fate {
    guard let result else { return .ungraded }
    if result.isDone { return .survived }
    return result.doesNotCompile ? .notCompiled : .killed
  }
}
