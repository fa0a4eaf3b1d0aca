import CourseModel
import Testing

@testable import GraderCommand
@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("reports") struct ReportTests {
  @Test func `points are all or nothing and add up`() {
    let result = ReportSample.submission("anna", [TestOutcome(.passed), ReportSample.leaking])

    #expect(result.score == 2)
    #expect(result.leaks == 1)
    #expect(result.chapters[0].exercises[0].tests.map(\.verdict) == [.passed, .leaked])
  }

  @Test func `the class table has a line for everyone`() {
    var refused = ReportSample.submission("zoe", [TestOutcome(.notRun), TestOutcome(.notRun)])
    refused.status = .invalid
    refused.reason = "no chapter folder"
    let text = ClassTable.text(
      ReportSample.results([
        ReportSample.submission("anna", [TestOutcome(.passed), TestOutcome(.passed)]),
        ReportSample.submission("bob\u{1B}[31m", [TestOutcome(.passed), ReportSample.leaking]),
        refused,
      ]), of: .sample)

    #expect(
      text == """
        submission  1 Cargo  total    %  leaks  what went wrong first
        anna            3/3    3/3  100      0
        bob [31m        2/3    2/3   66      1  1.1 b: leaked: 1 task is left
        zoe               –      –    –      –  invalid submission: no chapter folder

        """)
  }

  @Test func `a spreadsheet sees no formula`() {
    let text = ScoresFile.text(
      ReportSample.results([
        ReportSample.submission("=1+1, \"x\"", [TestOutcome(.passed), TestOutcome(.passed)])
      ]))

    #expect(
      text == "name,status,1 Cargo,score,maxScore,leaks,source\r\n"
        + "\"'=1+1, \"\"x\"\"\",graded,3,3,3,0,\"'=1+1, \"\"x\"\"\"\r\n")
  }

  @Test func `a student reads what happened and what to do next`() {
    let course = Course.sample
    let report = StudentReport(
      course: course,
      result: ReportSample.submission("Exercises", [TestOutcome(.passed), ReportSample.leaking]))

    #expect(
      report.text == """
        1 · Cargo                                                  2 of 3 points
        1.1  Weigh  ✓ ✗
          ✗ b
              leaked in 3 of 50 schedules: 1 task is left
              it waits at t = 2 s
              task 3, started at W.swift:4, waits for a sleep
              replay: ./grade.sh 1.1 --schedule r17

        next: Exercises/01-Cargo/Weigh.swift   hint: ./grade.sh hint 1.1
              Look.

        """)
  }

  @Test func `the question at the end of a long explanation is not cut off`() {
    let waits = (1...20).map { "  task \($0) waits" }
    let message = (["deadlock"] + waits + ["look at: who ends it?", "(W.swift:1)"])
    let report = StudentReport(
      course: .sample,
      result: ReportSample.submission(
        "Exercises",
        [TestOutcome(.passed), TestOutcome(.deadlocked, message.joined(separator: "\n"))]))

    let lines = report.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.contains("task 10 waits"))
    #expect(!lines.contains("task 11 waits"))
    #expect(lines.contains("… 10 more"))
    #expect(lines.contains("look at: who ends it?"))
  }

  @Test func `what was printed is cut, and the steps of a replay are not`() {
    let message =
      ["wrong", "look at: x", "printed:"] + (1...20).map { "  line \($0)" } + ["steps:"]
      + (1...30).map { "  step \($0)" }
    let report = StudentReport(
      course: .sample,
      result: ReportSample.submission(
        "Exercises", [TestOutcome(.passed), TestOutcome(.wrong, message.joined(separator: "\n"))]))

    let lines = report.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.contains("line 10") && !lines.contains("line 11") && lines.contains("… 10 more"))
    #expect(lines.contains("step 30"))
  }

  /// The last lines of what a student reads.
  private func next(after result: SubmissionResult, in course: Course = .sample) -> String {
    let report = StudentReport(course: course, result: result)
    return String(report.text.split(separator: "\n\n").last ?? "")
  }

  @Test func `what does not compile comes next`() {
    let rejected = TestOutcome(.doesNotCompile, "no")
    let result = ReportSample.submission(
      "Exercises", [rejected, rejected],
      rejectedWith: [
        Diagnostic(file: "", line: 0, message: "of no file"),
        Diagnostic(file: "Weigh.swift", line: 4, message: "cannot find 'x' in scope"),
      ])

    #expect(next(after: result) == "next: Exercises/01-Cargo/Weigh.swift:4   make this compile\n")
  }

  /// A chapter with an exercise that is done beside one that does not compile.
  private var partly: (result: SubmissionResult, course: Course) {
    var course = Course.sample
    var other = Exercise.sample
    other.id = "1.2"
    other.file = "Stow.swift"
    course.chapters[0].manifest.exercises.append(other)
    let error = Diagnostic(
      file: "Weigh.swift", line: 4, message: "cannot find 'x' in scope",
      context: ["\treturn x", "\t       ^"])
    let rejected = TestOutcome(.doesNotCompile, error.text)
    var result = ReportSample.submission("ada", [rejected, rejected], rejectedWith: [error])
    result.chapters[0].build = .ok
    var done = ReportSample.exercise([TestOutcome(.passed), TestOutcome(.passed)])
    done.id = "1.2"
    result.chapters[0].exercises.append(done)
    return (result, course)
  }

  @Test func `one file that does not compile is told at its exercise, with the caret`() {
    let (result, course) = partly
    let report = StudentReport(course: course, result: result)

    #expect(
      report.text.split(separator: "\n").dropFirst().prefix(6) == [
        "1.1  Weigh  –  not run",
        "  ✗ cannot be built with its tests; the rest of the chapter is checked without it",
        "      Exercises/01-Cargo/Weigh.swift:4: cannot find 'x' in scope",
        "       return x", "              ^", "1.2  Weigh  ✓ ✓",
      ])
    #expect(next(after: result, in: course).hasPrefix("next: Exercises/01-Cargo/Weigh.swift:4"))
  }

  @Test func `one file that does not compile is told with what it costs`() {
    let (result, course) = partly
    let feedback = Feedback(course: course, result: result).text
    let report = ClassReport(ReportSample.results([result]), course: course)
    let page = SubmissionSection(report: report, entry: report.entries[0]).html.markup

    #expect(
      feedback.contains("1.1 cannot be built with the course's tests and earned nothing. The rest"))
    #expect(feedback.contains("Weigh.swift:4: cannot find 'x' in scope\n\treturn x\n"))
    #expect(feedback.hasSuffix("Make 1.1 compile: see above.\n"))
    #expect(page.contains("does not compile</span> 1.1; the rest of"))
    #expect(
      result.firstProblem(in: course)
        == "1.1 does not compile: Weigh.swift:4: cannot find 'x' in scope")
  }

  @Test func `a helper file is said at home to be left out when handed in`() {
    var result = ReportSample.submission(
      "Exercises", [TestOutcome(.passed), TestOutcome(.passed)])
    result.ignored = ["01-Cargo/Helper.swift", "01-Cargo/notes.txt", "Tests/01-Cargo/A.swift"]
    let text = StudentReport(course: .sample, result: result).text

    #expect(
      text.contains("\n✗ Exercises/01-Cargo/Helper.swift is ignored, here and when you hand in: "))
    #expect(!text.contains("notes") && !text.contains("A.swift"))
  }

  @Test func `what is begun comes before what is not`() {
    var course = Course.sample
    var begun = Exercise.sample
    begun.id = "1.2"
    begun.file = "Stow.swift"
    course.chapters[0].manifest.exercises.append(begun)
    var result = ReportSample.submission(
      "Exercises", [TestOutcome(.notStarted), TestOutcome(.notStarted)])
    var second = ReportSample.exercise([TestOutcome(.passed), ReportSample.leaking])
    second.id = "1.2"
    result.chapters[0].exercises.append(second)

    #expect(next(after: result, in: course).hasPrefix("next: Exercises/01-Cargo/Stow.swift "))
  }

  @Test func `only the hint that was asked for is printed`() throws {
    #expect(
      try Hint.text(exercise: "1.1", number: 1, course: .sample)
        == "1.1 Weigh, a nudge   (Exercises/01-Cargo/Weigh.swift)\n\nLook.")
    #expect(throws: UsageError("there is no exercise 9.9: see ./grade.sh for the list")) {
      try Hint.text(exercise: "9.9", number: 1, course: .sample)
    }
  }
}

extension Course {
  static let sample = Course(root: "/course", chapters: [.sample])
}
