package import CourseModel

/// Adds verdicts up to scores: a test's points are all or nothing.
package enum Scoring {
  package static func exercise(_ exercise: Exercise, _ outcome: (ExpectedTest) -> TestOutcome)
    -> ExerciseResult
  {
    let tests = exercise.tests.map { TestResult($0, of: exercise, outcome($0)) }
    let earned = tests.filter { $0.verdict == .passed }.reduce(0) { $0 + $1.points }
    return ExerciseResult(
      id: exercise.id, title: exercise.title, score: earned, maxScore: exercise.points,
      leaks: tests.reduce(0) { $0 + $1.leaks.count }, tests: tests)
  }

  package static func chapter(
    _ chapter: Chapter, exercises: [ExerciseResult], build: ChapterResult.Build = .ok,
    diagnostics: [Diagnostic] = []
  ) -> ChapterResult {
    ChapterResult(
      number: chapter.manifest.number, title: chapter.manifest.title,
      score: exercises.reduce(0) { $0 + $1.score },
      maxScore: exercises.reduce(0) { $0 + $1.maxScore },
      build: build, diagnostics: diagnostics, exercises: exercises)
  }

  /// A submission's result, without anything yet about how it was handed in.
  package static func submission(
    _ name: String, from source: String, digest: String, chapters: [ChapterResult], maxScore: Int,
    seconds: Double
  ) -> SubmissionResult {
    SubmissionResult(
      name: name, source: source, digest: digest, status: .graded,
      score: chapters.reduce(0) { $0 + $1.score }, maxScore: maxScore,
      leaks: chapters.reduce(0) { $0 + $1.leaks }, seconds: (seconds * 1000).rounded() / 1000,
      ignored: [], flags: chapters.flatMap(\.flags), chapters: chapters)
  }
}
