import CourseModel
import Foundation

/// Compiles stubs and solutions for warnings, asks the formatter, and compares lists of tests.
struct SourceCheck {
  var workshop: Workshop

  func run(_ log: inout CheckLog) {
    let course = workshop.course
    log.note("stubs compile without a warning", warnings("Exercises"))
    log.note("solutions compile without a warning", warnings("Solutions"))
    log.note(
      "manifests and suites list the same tests", course.chapters.flatMap(testDifferences))
    log.note("sources are formatted", formatProblems)
  }

  private func warnings(_ sources: String) -> [String] {
    let kit = workshop.kit
    return Workers(count: workshop.jobs).map(workshop.course.chapters) { chapter -> [String] in
      let folder = "\(workshop.course.root)/\(sources)/\(chapter.folder)"
      let files = Files.entries(of: folder).filter { $0.hasSuffix(".swift") }
      let command = kit.compiler.module(
        chapter.module, sources: files.map { "\(folder)/\($0)" }, search: kit.studentSearch,
        object: nil, extra: ["-typecheck", "-module-cache-path", kit.moduleCache])
      let outcome = run(command)
      let text = outcome.errorText + outcome.outputText
      let found =
        Diagnostic.parse(text, .warning) + (outcome.succeeded ? [] : Diagnostic.parse(text))
      return found.map { diagnostic in
        let file = diagnostic.file.split(separator: "/").last ?? ""
        return "\(sources)/\(chapter.folder)/\(file):\(diagnostic.line): \(diagnostic.message)"
      }
    }.flatMap(\.self)
  }

  /// Lists the tests that the chapter's program has and compares with the manifest.
  private func testDifferences(_ chapter: Chapter) -> [String] {
    let folder = "\(workshop.home)/work/\(WorkFolders.name("list"))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try? Files.makeFolder(folder)
    let grader = workshop.grader(ofOwnWork: true)
    let builder = grader.chapterGrader.builder
    let stub = StagedChapter(
      chapter: chapter, files: grader.stager.stubs[chapter.folder] ?? [:], started: [])
    guard case .compiled(let object, remarks: _) = try? builder.compile(stub, in: folder),
      (try? builder.link(object, of: chapter, to: folder + "/Tests", in: folder))?.isEmpty == true
    else { return ["Exercises/\(chapter.folder) does not build"] }
    var orders = RunnerOrders(events: folder + "/events.jsonl")
    orders.listsOnly = true
    let outcome = run([folder + "/Tests"], input: orders.input)
    var record = RunRecord()
    var tail = orders.record
    for line in tail.newRecords().compactMap(\.self) { record.take(line) }
    guard outcome.succeeded else {
      return ["\(chapter.module)Tests cannot be listed: \(outcome.end)"]
    }

    let actual = Set(record.tests.values.map { "\($0.suite)/\($0.name)" })
    let expected = Set(
      chapter.manifest.exercises.flatMap { exercise in
        exercise.tests.map { "\(chapter.module)Tests.\(exercise.suite)/\($0.name)" }
      })
    return actual.subtracting(expected).sorted().map { "\($0) is in no manifest" }
      + expected.subtracting(actual).sorted().map { "\($0) is in the manifest only" }
  }

  private var formatProblems: [String] {
    let folders = ["Exercises", "Solutions", "Tests"].map { "\(workshop.course.root)/\($0)" }
    let files = folders.flatMap { folder in
      Files.tree(of: folder).filter { file in
        // What stands for students' work may look as it likes.
        file.hasSuffix(".swift") && !file.contains("Fixtures/") && !file.hasPrefix("Submissions/")
      }.map { "\(folder)/\($0)" }
    }
    let outcome = run([workshop.toolchain.swift, "format", "lint", "--strict"] + files)
    guard !outcome.succeeded else { return [] }
    let lines = (outcome.errorText + outcome.outputText).split(separator: "\n").map {
      String($0).replacing(workshop.course.root + "/", with: "")
    }
    return lines.filter { $0.contains(": error: ") || $0.contains(": warning: ") }
  }

  private func run(_ command: [String], input: Data? = nil) -> ChildOutcome {
    var environment = ProcessInfo.processInfo.environment
    environment["COURSE_GRADING"] = "1"
    return Child(
      command: command, environment: environment, input: input, limits: .compiler
    ).run()
  }
}
