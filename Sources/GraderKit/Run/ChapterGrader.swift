import CourseModel
import Foundation

/// Takes one chapter of one submission from its sources to its verdicts.
struct ChapterGrader {
  var builder: ChapterBuilder
  var sandbox: Sandbox
  var options: Options

  var patience = Patience()

  /// Whether one test that does not pass is enough; the others may then have no verdict.
  var stopsAtFirstFailure = false

  /// Where this grader puts its work folders.
  var home: String

  /// What was graded before, with what else than the sources that depends on.
  var memory: ChapterMemory?
  var terms = ""

  /// Grades what was asked for of a chapter; an exercise that was not started costs nothing.
  ///
  /// - Throws: When this machine, not the student's work, is in the way.
  func grade(_ staged: StagedChapter) throws -> ChapterResult {
    guard let memory else { return try gradeAnew(staged) }
    return try memory.result(of: staged, terms: terms) { try gradeAnew(staged) }
  }

  private func gradeAnew(_ staged: StagedChapter) throws -> ChapterResult {
    let result: ChapterResult
    do {
      result = try judge(staged)
    } catch {
      try Disk.makeSureThereIsRoom(at: home + "/work")
      throw error
    }
    let tests = result.exercises.flatMap(\.tests)
    if !tests.allSatisfy({ [.passed, .notStarted].contains($0.verdict) }) {
      // A full disk must cost nobody a point.
      try Disk.makeSureThereIsRoom(at: home + "/work")
    }
    return result
  }

  private func judge(_ staged: StagedChapter) throws -> ChapterResult {
    let wanted = staged.chapter.manifest.exercises.filter {
      options.wants(chapter: staged.chapter.manifest.number, exercise: $0.id)
    }
    let planned = wanted.filter { staged.started.contains($0.id) }.flatMap { exercise in
      exercise.tests.map { PlannedTest(exercise: exercise, test: $0) }
    }
    guard !planned.isEmpty else { return result(staged, wanted, outcomes: [:]) }

    let folder = "\(home)/work/\(WorkFolders.name("chapter"))"
    defer { Files.removeAll(folder) }
    for part in ["sources", "link"] { try Files.makeFolder("\(folder)/\(part)") }

    switch try builder.compile(staged, in: folder + "/sources") {
    case .rejected(let diagnostics):
      return rejected(staged, wanted, diagnostics)
    case .compiled(let object, let warnings):
      let program = folder + "/link/Tests"
      let missing = try builder.link(object, of: staged.chapter, to: program, in: folder + "/link")
      guard missing.isEmpty else { return rejected(staged, wanted, missing) }
      let runner = TestRunner(
        program: program, chapter: staged.chapter, sandbox: sandbox,
        schedules: options.schedules, schedule: options.schedule, patience: patience,
        stopsAtFirstFailure: stopsAtFirstFailure)
      var graded = result(staged, wanted, outcomes: try runner.run(planned, in: folder))
      graded.keep(warnings, files: staged.chapter.manifest.exercises)
      return graded
    }
  }

  private func result(
    _ staged: StagedChapter, _ wanted: [Exercise], outcomes: [PlannedTest: TestOutcome],
    rejectedWith diagnostics: [Diagnostic] = []
  ) -> ChapterResult {
    let exercises = wanted.map { exercise in
      Scoring.exercise(exercise) { planned in
        if !staged.started.contains(exercise.id) { return TestOutcome(.notStarted) }
        return outcomes[planned] ?? TestOutcome(.notRun)
      }
    }
    return Scoring.chapter(staged.chapter, exercises: exercises, rejectedWith: diagnostics)
  }

  private func rejected(
    _ staged: StagedChapter, _ wanted: [Exercise], _ diagnostics: [Diagnostic]
  ) -> ChapterResult {
    let first = diagnostics[0]
    let place = first.line > 0 ? "\(first.file):\(first.line): " : ""
    let outcome = TestOutcome(.rejected, place + first.message)
    let all = wanted.flatMap { exercise in
      exercise.tests.map { (PlannedTest(exercise: exercise, test: $0), outcome) }
    }
    return result(
      staged, wanted, outcomes: Dictionary(uniqueKeysWithValues: all),
      rejectedWith: diagnostics)
  }
}
