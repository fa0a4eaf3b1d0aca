import CourseModel
import Foundation
import Testing

@testable import CourseChecks
@testable import GraderFormats
@testable import Grading

/// Grades small pieces of work against the course in `Fixtures/TinyCourse`, for real: compiler,
/// sandbox and processes included.
///
/// That takes half a minute, which nobody should wait for who only works on an exercise.
@Suite(
  "a tiny course",
  .enabled(
    if: ProcessInfo.processInfo.environment["GRADER_TESTS"] == "all",
    "takes half a minute: GRADER_TESTS=all swift test, as .ci/run does"))
struct TinyCourseTests {
  private static let root = Fixtures.tinyCourse

  /// Built once for all tests.
  private static let context = Result {
    try GradingContext(Course(root: root)) { _ in }
  }

  /// Grades a chapter in which the given files take the place of the stubs.
  private func grade(_ folder: String, _ files: [String: String]) throws -> ChapterResult {
    let grader = try Self.context.get().grader()
    let chapter = try #require(grader.course.chapters.first { $0.folder == folder })
    var staged = try grader.stager.stage(chapter, from: "/nowhere")
    for (name, text) in files {
      staged.substitutes[name] = staged.files[name]
      staged.files[name] = Data(text.utf8)
      staged.started.formUnion(chapter.manifest.exercises.filter { $0.file == name }.map(\.id))
    }
    var chapters = grader.chapterGrader
    chapters.timeouts = Timeouts(processorSeconds: 1, idleSeconds: 1)
    return try chapters.grade(staged)
  }

  private func weigh(_ body: String) throws -> ChapterResult {
    let text = "import Foundation\npublic func weigh(_ crates: [Int]) -> Int {\n\(body)\n}\n"
    return try grade("01-Cargo", ["Weigh.swift": text])
  }

  private func verdicts(_ result: ChapterResult) -> [Verdict] {
    result.exercises.flatMap(\.tests).map(\.verdict)
  }

  @Test func `the solutions earn everything`() throws {
    let context = try Self.context.get()
    let solutions = Submission(
      name: "Solutions", source: "Solutions", exercises: Self.root + "/Solutions")

    let results = context.grader().grade([solutions]) { _ in }

    #expect(results.map(\.score) == [11])
    #expect(results.map(\.maxScore) == [11])
  }

  @Test func `untouched stubs are not started`() throws {
    #expect(verdicts(try grade("01-Cargo", [:])) == Array(repeating: .notStarted, count: 4))
  }

  /// A chapter for which something is missing there gets a cache of its own, which takes twice as long.
  @Test func `the modules that a student imports were compiled before`() throws {
    let context = try Self.context.get()
    let grader = context.grader()
    let chapter = grader.course.chapters[0]
    var staged = try grader.stager.stage(chapter, from: "/nowhere")
    // Never seen before, so that no cached object is found.
    let text = """
      import Channels
      import Foundation
      import Synchronization
      public func weigh(_ crates: [Int]) -> Int { crates.count }  // \(UUID())
      """
    staged.files["Weigh.swift"] = Data(text.utf8)
    let folder = "\(context.home)/work/\(WorkFolders.name("chapter"))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Files.makeFolder(folder)

    guard case .compiled = try grader.chapterGrader.builder.compile(staged, in: folder) else {
      return #expect(Bool(false), "it should compile")
    }
    #expect(Files.entries(of: folder).contains("Weigh.swift"))
    #expect(!Files.entries(of: folder).contains("modules"))
  }

  @Test func `a wrong answer costs the tests that see it`() throws {
    let result = try weigh("crates.count")

    #expect(verdicts(result) == [.wrong, .wrong, .notStarted, .notStarted])
    #expect(
      result.exercises[0].tests[0].message?.hasPrefix("Expectation failed: (weigh([4, 5, 6]) → 3)")
        == true)
  }

  @Test func `what the compiler warns of is told where a test fails, and nowhere else`() throws {
    let wrong = try weigh("let sheep = 1\nreturn crates.count")
    let right = try weigh("let sheep = 1\nreturn crates.reduce(0, +)")

    #expect(wrong.warnings?.map(\.file) == ["Weigh.swift"])
    #expect(wrong.warnings?.first?.message.contains("'sheep'") == true)
    #expect(right.warnings == nil)
  }

  @Test func `a crash costs its test, names the line, and the rest runs`() throws {
    let result = try weigh("crates[0] + crates.dropFirst().reduce(0, +)")

    #expect(verdicts(result) == [.passed, .crashed, .notStarted, .notStarted])
    #expect(
      result.exercises[0].tests[1].message
        == "Fatal error: Index out of range at Exercises/01-Cargo/Weigh.swift:3")
  }

  @Test(arguments: ["exit(0)", "_exit(0)", "atexit { _exit(0) }; exit(0)"])
  func `leaving the process earns nothing`(exit: String) throws {
    let result = try weigh("\(exit)\nreturn 15")

    #expect(verdicts(result) == [.crashed, .crashed, .notStarted, .notStarted])
  }

  @Test func `a loop without an end is stuck`() throws {
    let result = try weigh("if crates.isEmpty { while true {} }\nreturn crates.reduce(0, +)")

    #expect(verdicts(result) == [.passed, .stuck, .notStarted, .notStarted])
  }

  @Test func `a thread that sleeps forever is stuck`() throws {
    let result = try weigh(
      "if crates.isEmpty { DispatchSemaphore(value: 0).wait() }\nreturn crates.reduce(0, +)")

    #expect(verdicts(result) == [.passed, .stuck, .notStarted, .notStarted])
  }

  @Test func `endless recursion is a crash`() throws {
    let result = try weigh("crates.isEmpty ? weigh(crates) + 1 : crates.reduce(0, +)")

    #expect(verdicts(result) == [.passed, .crashed, .notStarted, .notStarted])
  }

  @Test func `a chapter that does not compile says so in the compiler's words`() throws {
    let result = try weigh("\"heavy\"")

    #expect(result.build == .doesNotCompile)
    #expect(verdicts(result) == [.doesNotCompile, .doesNotCompile, .notStarted, .notStarted])
    #expect(
      result.diagnostics == [
        Diagnostic(
          file: "Weigh.swift", line: 3,
          message: "cannot convert return expression of type 'String' to return type 'Int'",
          context: ["\"heavy\"", "^~~~~~~"])
      ])
  }

  @Test func `a file that does not compile costs its exercise, not the one beside it`() throws {
    let berth = try #require(
      Files.text(Self.root + "/Solutions/01-Cargo/Berth.swift"))

    let result = try grade(
      "01-Cargo",
      ["Weigh.swift": "public func weigh(_ crates: [Int]) -> Int { nul }", "Berth.swift": berth])

    #expect(result.build == .ok)
    #expect(verdicts(result) == [.doesNotCompile, .doesNotCompile, .passed, .passed])
    #expect(result.diagnostics.map(\.headline) == ["Weigh.swift:1: cannot find 'nul' in scope"])
    #expect(
      result.exercises[0].tests[0].message?.hasPrefix(
        "Weigh.swift:1: cannot find 'nul' in scope\n") == true)
  }

  @Test func `a file that needs a helper from one that does not compile is told so`() throws {
    let berth = try #require(
      Files.text(Self.root + "/Solutions/01-Cargo/Berth.swift"))

    let result = try grade(
      "01-Cargo",
      [
        "Weigh.swift": "func half(_ n: Int) -> Int { nul }\n"
          + "public func weigh(_ crates: [Int]) -> Int { half(2) }",
        "Berth.swift": berth + "private let one = half(2)\n",
      ])

    #expect(result.build == .doesNotCompile)
    #expect(verdicts(result) == Array(repeating: .doesNotCompile, count: 4))
    #expect(
      result.exercises[1].tests[0].message?.hasSuffix(
        "(seen with the stub in place of your Weigh.swift)") == true)
  }

  @Test func `a changed signature is named`() throws {
    let result = try grade(
      "01-Cargo", ["Weigh.swift": "public func weigh(crates: [Int]) -> Int { 15 }\n"])

    #expect(
      result.diagnostics.map(\.message) == [
        "`func weigh(crates: [Int]) -> Int` must be `func weigh(_ crates: [Int]) -> Int`: "
          + "the course's tests use it as such"
      ])
  }

  @Test func `another isolation is a changed signature, and no crash`() throws {
    let weigh = "public func weigh(_ crates: [Int]) -> Int { crates.reduce(0, +) }\n"

    let result = try grade("01-Cargo", ["Weigh.swift": "@MainActor " + weigh])

    #expect(verdicts(result) == [.doesNotCompile, .doesNotCompile, .notStarted, .notStarted])
    #expect(result.diagnostics.first?.headline.hasPrefix("Weigh.swift:1: `@MainActor func") == true)
  }

  @Test func `an operator of one's own does not reach the tests`() throws {
    let result = try grade(
      "01-Cargo",
      [
        "Weigh.swift": """
        extension Int { public static func == (left: Int, right: Int) -> Bool { true } }
        public func weigh(_ crates: [Int]) -> Int { 1 }
        """
      ])

    #expect(verdicts(result) == [.wrong, .wrong, .notStarted, .notStarted])
  }

  @Test func `an import that the course does not need compiles all the same`() throws {
    let result = try grade(
      "01-Cargo",
      [
        "Weigh.swift": """
        import FoundationXML
        public func weigh(_ crates: [Int]) -> Int { crates.reduce(0, +) }
        """
      ])

    #expect(verdicts(result) == [.passed, .passed, .notStarted, .notStarted])
  }

  #if os(Linux)
    @Test func `chapters are compiled and linked without the driver`() throws {
      let prebuilt = try Self.context.get().prebuilt
      let direct = try #require(prebuilt.direct)
      let chapter = try #require(Self.context.get().course.chapters.first)

      let compile = direct.compile(
        chapter, sources: ["A.swift", "B.swift"], object: "/x/C.o", moduleCache: "/x/modules",
        declarations: "/x/declarations")
      let link = direct.link(["/x/C.o", "/x/D.o"], to: "/x/Tests")

      #expect(compile.first?.hasSuffix("swift-frontend") == true)
      #expect(compile.contains(chapter.module) && compile.contains("Exercises/\(chapter.folder)"))
      #expect(
        Set(compile.filter { $0.hasPrefix("/x/") }).isSuperset(of: [
          "/x/modules", "/x/C.o", "/x/C.swiftmodule", "/x/declarations",
        ]))
      #expect(!compile.contains { $0.hasPrefix("/Object") })
      #expect(link.first?.hasSuffix("clang") == true)
      #expect(link.filter { $0.hasPrefix("/x/") } == ["/x/C.o", "/x/D.o", "/x/Tests"])
    }
  #endif

  @Test func `the course is sound, variants and all`() throws {
    let context = try Self.context.get()
    var log = CheckLog()
    let declarations = try PublicDeclarations(of: context.course, by: context.syntaxTool)
    ManifestCheck(course: context.course, declarations: declarations).run(&log)
    ReadmeCheck(course: context.course).run(&log)
    VariantFilesCheck(course: context.course).run(&log)
    PromiseCheck(course: context.course, declarations: declarations).run(&log)
    SourceCheck(context: context).run(&log)
    GradeCheck(context: context).run(&log)
    var variants = VariantCheck(context: context)
    variants.run(&log)

    #expect(log.problems == [])
    #expect(variants.matrix.rows.count == 1 + 15)
  }

  @Test func `bodies that do nothing and mutants are graded`() throws {
    let context = try Self.context.get()
    var log = CheckLog()

    try BodyCheck(context: context).run(&log)
    let report = try MutantCheck(context: context) { _ in }.run(&log)

    #expect(
      log.problems == [
        "1.1, weigh: return crates.first ?? 0: earns 1 of 3: "
          + "\"an empty ship weighs \"nothing\" (really)\"",
        "1.2, moor: return times: earns 2 of 4: \"counts guests\"",
      ])
    #expect(
      report.scoreLines.dropFirst(2) == [
        "| 1 | 2 | 2 | 0 | 0 |", "| 2 | 0 | 0 | 0 | 0 |", "| all | 2 | 2 | 0 | 0 |",
      ])
  }

  @Test func `answers that clash are graded one by one`() throws {
    let context = try Self.context.get()
    let chapter = context.course.chapters[0]
    let answers = try ["1.1", "1.2", "1.1"].map { id in
      let exercise = try #require(context.course.exercise(id)).exercise
      let path = "\(Self.root)/Solutions/\(chapter.folder)/\(exercise.file)"
      // Both files declare it, which only compiles when each is beside a solution.
      let text = try #require(Files.text(path)) + "\nfunc helper() {}\n"
      return Answer(chapter: chapter, exercise: exercise, text: text)
    }
    let grader = context.grader(ofOwnWork: true)

    let together = grader.grade(answers) { _, _ in true }
    let settled = grader.grade(answers) { !$1.doesNotCompile }

    #expect(!together.allSatisfy { $0?.isDone == true })
    #expect(settled.map { $0?.isDone } == [true, true, true])
  }

  @Test(arguments: [Verdict.leaked, .race, .deadlocked, .stuck])
  func `a bubble's verdict is the test's`(verdict: Verdict) throws {
    let result = try grade(
      "02-Crane",
      ["Lift.swift": "public func lift() async -> String { \"\(verdict.rawValue)\" }\n"])
    let test = result.exercises[0].tests[0]

    #expect(verdicts(result) == [verdict, .passed])
    #expect(test.failedSchedules == 3)
    #expect(test.schedules == 50)
    #expect(test.schedule == "r17")
    #expect(
      test.leaks.map(\.startedAt) == (verdict == .leaked ? ["Exercises/02-Crane/Lift.swift:4"] : [])
    )
  }

  @Test func `two runs give the same result`() throws {
    let first = try weigh("crates[0] + crates.dropFirst().reduce(0, +)")
    let second = try weigh("crates[0] + crates.dropFirst().reduce(0, +)")

    #expect(verdicts(first) == verdicts(second))
    #expect(
      first.exercises.flatMap(\.tests).map(\.message)
        == second.exercises.flatMap(\.tests).map(\.message))
  }
}
