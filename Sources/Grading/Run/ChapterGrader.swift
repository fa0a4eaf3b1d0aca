import CourseModel
package import GraderFormats

/// Grades one chapter of one submission, from its sources to its verdicts.
package struct ChapterGrader {
  var builder: ChapterBuilder

  /// Reads the student's files before they are compiled; the course's own need no review.
  var reader: SourceReader?
  var sandbox: Sandbox
  package var selection: TestSelection

  var timeouts = Timeouts()

  /// Whether to stop at the first test that does not pass; the others may then have no verdict.
  package var stopsAtFirstFailure = false

  /// The folder for this grader's work folders.
  var home: String

  /// The results so far, and what they depend on besides the sources.
  var cache: ChapterCache?
  var cacheKey = ""

  /// Grades the selected exercises of a chapter; one that was not started takes no time.
  ///
  /// - Throws: When a problem of this machine, not of the student's work, prevents it.
  package func grade(_ staged: StagedChapter) throws -> ChapterResult {
    guard let cache else { return try gradeAnew(staged) }
    return try cache.result(of: staged, cacheKey: cacheKey) { try gradeAnew(staged) }
  }

  private func gradeAnew(_ staged: StagedChapter) throws -> ChapterResult {
    let result: ChapterResult
    do {
      result = try judge(staged)
    } catch {
      try Machine.checkRoom(at: home + "/work")
      throw error
    }
    let tests = result.exercises.flatMap(\.tests)
    if !tests.allSatisfy({ [.passed, .notStarted].contains($0.verdict) }) {
      // A full disk must not cost anyone a point.
      try Machine.checkRoom(at: home + "/work")
    }
    return result
  }

  private func judge(_ staged: StagedChapter) throws -> ChapterResult {
    let wanted = selection.exercises(of: staged.chapter)
    let planned = wanted.filter { staged.started.contains($0.id) }.flatMap { exercise in
      exercise.tests.map { PlannedTest(exercise: exercise, test: $0) }
    }
    guard !planned.isEmpty else {
      return Scoring.chapter(staged.chapter, exercises: result(staged, wanted, [:]))
    }

    let folder = "\(home)/work/\(WorkFolders.name("chapter"))"
    defer { Files.removeAll(folder) }
    let files = Set(planned.map(\.exercise.file))
    let reading = folder + "/review"
    try Files.makeFolder(reading)
    var review = try reader.map { try ChapterReview(of: staged, by: $0, in: reading) } ?? .init()
    let build = try builder.build(
      staged, wanted: files, forbidden: review.forbidden, unread: review.unread,
      in: folder + "/build")
    review.add(build.remarks, in: staged)
    var outcomes: [PlannedTest: TestOutcome] = [:]
    for test in planned {
      if let first = build.leftOut[test.exercise.file]?.first {
        outcomes[test] = TestOutcome(.doesNotCompile, first.text)
      }
    }
    if let program = build.program {
      let runner = TestRunner(
        program: program, chapter: staged.chapter, sandbox: sandbox,
        schedules: selection.schedules, schedule: selection.schedule,
        timeouts: timeouts.stretched(for: selection.schedules),
        stopsAtFirstFailure: stopsAtFirstFailure)
      let rest = planned.filter { outcomes[$0] == nil }
      outcomes.merge(try runner.run(rest, in: folder)) { _, new in new }
    }
    let exercises = result(staged, wanted, outcomes)
    var graded = Scoring.chapter(
      staged.chapter, exercises: exercises, build: build.program == nil ? .doesNotCompile : .ok,
      diagnostics: wanted.flatMap { build.leftOut[$0.file] ?? [] })
    graded.flags = review.flags
    graded.keep(build.remarks.warnings, files: staged.chapter.manifest.exercises)
    return graded
  }

  private func result(
    _ staged: StagedChapter, _ wanted: [Exercise], _ outcomes: [PlannedTest: TestOutcome]
  ) -> [ExerciseResult] {
    wanted.map { exercise in
      Scoring.exercise(exercise) { test in
        if !staged.started.contains(exercise.id) { return TestOutcome(.notStarted) }
        return outcomes[PlannedTest(exercise: exercise, test: test)] ?? TestOutcome(.notRun)
      }
    }
  }
}
