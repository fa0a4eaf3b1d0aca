import CourseModel
import Testing

@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("report model") struct ReportModelTests {
  @Test func `the histogram has full marks in its last bar`() {
    let bars = Histogram(percents: [0, 9.9, 10, 89.9, 90, 100]).bars

    #expect(bars.map(\.count) == [2, 1, 0, 0, 0, 0, 0, 0, 1, 2])
    #expect(bars.map(\.label).first == "0–9")
    #expect(bars.map(\.label).last == "90–100")
  }

  @Test func `losses add up by verdict, the dearest first`() {
    let losses = ReportSample.report.losses

    #expect(losses.exercises.map(\.lost) == [10])
    #expect(losses.exercises.map(\.possible) == [15])
    #expect(
      losses.byVerdict == [.wrong: 2, .crashed: 1, .leaked: 1, .doesNotCompile: 3, .notStarted: 3])
    #expect(losses.verdicts == [.wrong, .leaked, .crashed, .notStarted, .doesNotCompile])
    #expect(losses.tests.map(\.name) == ["a", "b"])
    #expect(losses.tests.map(\.lost) == [4, 3])
    #expect(losses.tests[1].submissions == [.leaked: 1, .crashed: 1, .doesNotCompile: 1])
  }

  @Test(arguments: [(0, 0, nil), (5, 5, nil), (80, 5, "and 75 more")])
  func `a hundred leaks are not listed one by one`(count: Int, told: Int, rest: String?) {
    let exercise = Course.sample.chapters[0].manifest.exercises[0]
    var outcome = TestOutcome(.leaked, "tasks are left")
    outcome.leaks = (0..<count).map {
      Leak(task: "task \($0)", startedAt: "W.swift:4", waitsFor: "a sleep")
    }
    let result = Scoring.exercise(exercise) { _ in outcome }
    let explanation = Explanation(result.tests[0], of: result)

    #expect(explanation.leaks.count == told)
    #expect(explanation.restOfLeaks == rest)
  }

  @Test func `the median needs somebody`() {
    #expect(ReportSample.report.medianPercent == 0)
    #expect(ClassReport(ReportSample.results([]), course: .sample).medianPercent == nil)
  }

  @Test func `what changed is named, what did not is counted`() {
    let comparison = Comparison(
      before: ReportSample.earlier, after: ReportSample.results(ReportSample.submissions))

    #expect(comparison.changes.map(\.name) == ["bo", "yara", "zoe"])
    #expect(comparison.changes.map(\.signed) == ["+2", "gone", "new"])
    #expect(comparison.unchanged == 4)
    #expect(
      comparison.changes[0].tests == [
        .init(exercise: "1.1", name: "a", before: .wrong, after: .passed)
      ])
    #expect(
      ComparisonText.text(comparison) == """
        since the previous run: 3 of 7 changed
          bo      +2  0/3 → 2/3
                      1.1 a: wrong → passed
          yara  gone  3/3 → –
          zoe    new  – → invalid submission

        """)
  }

  @Test func `a run compared with itself changed nothing`() {
    let comparison = Comparison(before: ReportSample.earlier, after: ReportSample.earlier)

    #expect(comparison.changes == [])
    #expect(ComparisonText.text(comparison) == "since the previous run: nothing changed\n")
  }

  @Test func `an earlier run that is none is refused with what to give`() {
    let missing = UsageError(
      "/nowhere/results.json cannot be read: give the -o folder of a run that has ended, or its results.json"
    )

    #expect(throws: missing) { try Results.read("/nowhere/results.json") }
    #expect(throws: UsageError.self) { try Results.read(#filePath) }
  }

  @Test func `file names are safe and no two the same`() {
    let names = FileNames.distinct(for: [
      "anna", "Anna", "../../etc/passwd", "a b\nc", "", "..", "-rf", "CON", "con.txt", "Zoë",
      "Zoe\u{308}", String(repeating: "x", count: 500), "anna-2",
    ])

    #expect(
      names == [
        "anna", "Anna-2", "etc-passwd", "a-b-c", "submission", "submission-2", "rf", "_CON",
        "_con.txt", "Zoë", "Zoë-2", String(repeating: "x", count: 100), "anna-2-2",
      ])
  }

  @Test(arguments: [
    ("class/anna", "class/anna"), ("-x", "./-x"), ("3", "./3"), ("a b", "'a b'"),
    ("it's", #"'it'\''s'"#), ("$(reboot)", "'$(reboot)'"), ("", "''"),
    ("a\u{1B}b", #"$'a\x1bb'"#), ("a\nb", #"$'a\x0ab'"#),
  ])
  func `a replay command is one harmless word per argument`(source: String, quoted: String) {
    #expect(
      Replay.command(source: source, exercise: "1.1", schedule: "r17")
        == "./grade.sh \(quoted) --exercise 1.1 --schedule r17")
  }

  @Test func `what one would not see is shown`() {
    #expect("a\u{0}\u{1B}[31m\u{7F}\u{202E}\u{85}".visible == "a␀␛[31m␡⟨U+202E⟩⟨U+85⟩")
    #expect("line\r\nnext\tcell".visible == "line\nnext\tcell")
    #expect("Zoë 👩‍🚀".visible == "Zoë 👩‍🚀")
  }

  @Test func `a long text says how much is missing`() {
    #expect("a\nb\nc\nd".excerpt(lines: 2) == "a\nb\n… 2 more lines")
    #expect("abcdef".excerpt(characters: 3) == "abc…")
  }
}
