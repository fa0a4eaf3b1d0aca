import CourseModel

/// Adds verdicts up to scores: a test's points are all or nothing.
enum Scoring {
  static func exercise(_ exercise: Exercise, _ outcome: (PlannedTest) -> TestOutcome)
    -> ExerciseResult
  {
    let tests = exercise.tests.map { test in
      let planned = PlannedTest(exercise: exercise, test: test)
      return TestResult(planned, outcome(planned))
    }
    let earned = tests.filter { $0.verdict == .passed }.reduce(0) { $0 + $1.points }
    return ExerciseResult(
      id: exercise.id, title: exercise.title, score: earned, maxScore: exercise.points,
      leaks: tests.reduce(0) { $0 + $1.leaks.count }, tests: tests)
  }

  static func chapter(
    _ chapter: Chapter, exercises: [ExerciseResult], build: ChapterResult.Build = .ok,
    diagnostics: [Diagnostic] = []
  ) -> ChapterResult {
    ChapterResult(
      number: chapter.manifest.number, title: chapter.manifest.title,
      score: exercises.reduce(0) { $0 + $1.score },
      maxScore: exercises.reduce(0) { $0 + $1.maxScore },
      build: build, diagnostics: diagnostics, exercises: exercises)
  }

  static func submission(
    _ staged: StagedSubmission, chapters: [ChapterResult], maxScore: Int, seconds: Double
  ) -> SubmissionResult {
    SubmissionResult(
      name: staged.submission.name, source: staged.submission.source, digest: staged.digest,
      status: staged.refusal == nil ? .graded : .refused, reason: staged.refusal,
      score: chapters.reduce(0) { $0 + $1.score }, maxScore: maxScore,
      leaks: chapters.reduce(0) { $0 + $1.leaks }, seconds: (seconds * 1000).rounded() / 1000,
      ignored: staged.ignored, flags: chapters.flatMap(\.flags), chapters: chapters)
  }
}
