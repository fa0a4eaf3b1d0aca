import CourseModel
import GraderFormats
import Grading

/// Grades the course's own stubs and solutions.
struct GradeCheck {
  var context: GradingContext

  func run(_ log: inout CheckLog) {
    let grader = context.grader(ofOwnWork: true)
    let own = ["Exercises", "Solutions"].map { Submission(folder: $0, of: context.course) }
    let results = grader.grade(own) { _ in }
    let tests = results.map { $0.chapters.flatMap(\.exercises).flatMap(\.tests) }
    log.note(
      "untouched stubs are not started and earn nothing",
      tests[0].filter { $0.verdict != .notStarted }.map {
        "the stub of \($0.id) is \"\($0.verdict.words)\", not \"not started\""
      })
    log.note(
      "solutions earn full marks",
      results[1].chapters.flatMap(\.diagnostics).map {
        "Solutions: \($0.headline)"
      }
        + tests[1].filter { $0.verdict != .passed && $0.verdict != .doesNotCompile }.map {
          "Solutions: \($0.id) is \($0.verdict.words): \($0.message ?? "")"
        })
    log.note("stubs fail cleanly when they are run", stubProblems(grader))
  }

  /// Runs the stubs' tests as if they had been started: some test must fail, and none may crash.
  private func stubProblems(_ grader: Grader) -> [String] {
    let chapters = context.course.chapters.filter(context.selection.wants)
    let results = Workers(count: context.jobs).map(chapters) { chapter in
      try? grader.chapterGrader.grade(grader.stager.stubs(of: chapter))
    }
    return results.compactMap(\.self).flatMap(\.exercises).flatMap { exercise -> [String] in
      let rough = exercise.tests.filter {
        [.crashed, .stuck, .doesNotCompile, .tampered, .notRun].contains($0.verdict)
      }
      let problems = rough.map {
        "the stub of \($0.id) does not fail cleanly: \($0.verdict.words): \($0.message ?? "")"
      }
      return exercise.isDone ? ["the stub of \(exercise.id) passes every test"] : problems
    }
  }
}
