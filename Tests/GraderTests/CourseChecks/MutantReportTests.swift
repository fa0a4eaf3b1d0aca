import CourseModel
import Testing

@testable import CourseChecks
@testable import GraderFormats
@testable import Grading

@Suite("what survives") struct MutantReportTests {
  private func mutant(_ name: String, equivalent: [EquivalentMutant] = []) -> Mutant {
    var exercise = Exercise.sample
    exercise.equivalent = equivalent
    var solution = Solution(chapter: .sample, exercise: exercise, root: "/nowhere")
    solution.text = "a\nb\nc\nd\ne\n"
    return Mutant(
      solution: solution,
      rewrite: Rewrite(name: name, operation: "delete wait", text: "a\nb\nd\ne\n"))
  }

  @Test func `a survivor is a problem, with its number, name and diff`() {
    let report = MutantReport([
      (mutant("f: x"), .killed), (mutant("f: y"), .survived), (mutant("f: z"), .notCompiled),
    ])

    #expect(report.problems == ["1.1 survives: f: y"])
    #expect(
      report.survivorLines == [
        "survivor 1, 1.1: f: y", "--- Solutions/\(Chapter.sample.folder)/\(Exercise.sample.file)",
        "+++ delete wait", "@@ -1,5 +1,4 @@", " a", " b", "-c", " d", " e", "",
      ])
    #expect(report.scoreLines.last == "| 1 | 2 | 1 | 0 | 1 |")
  }

  @Test func `a reason in the manifest explains a survivor`() {
    let known = [EquivalentMutant(mutant: "f: y", why: "the same")]
    let report = MutantReport([(mutant("f: y", equivalent: known), .survived)])

    #expect(report.problems == [])
    #expect(report.survivorLines == [])
    #expect(report.scoreLines.last == "| 1 | 1 | 0 | 1 | 0 |")
  }

  @Test func `a reason for a mutant that is rejected, or not there, is a problem`() {
    let known = ["f: y", "f: old"].map { EquivalentMutant(mutant: $0, why: "the same") }
    let report = MutantReport([(mutant("f: y", equivalent: known), .killed)])

    #expect(
      report.problems == [
        "1.1: \"equivalent\" names no mutant that survives: f: y",
        "1.1: \"equivalent\" names no mutant that survives: f: old",
      ])
  }

  @Test func `what could not be graded is a problem and counts for nothing`() {
    let report = MutantReport([(mutant("f: y"), .ungraded)])

    #expect(report.problems == ["1.1 could not be graded: f: y"])
    #expect(report.scoreLines.last == "| 1 | 0 | 0 | 0 | 0 |")
  }

  @Test(arguments: [
    ([Verdict.passed, .passed], Mutant.Fate.survived), ([.passed, .leaked], .killed),
    ([.doesNotCompile, .doesNotCompile], .notCompiled), ([.crashed, .notRun], .killed),
  ])
  func `one test that does not pass rejects a mutant`(verdicts: [Verdict], fate: Mutant.Fate) {
    let result = Scoring.exercise(.sample) { test in
      TestOutcome(test.name == "a" ? verdicts[0] : verdicts[1])
    }

    #expect(MutantCheck.fate(result) == fate)
    #expect(MutantCheck.fate(nil) == .ungraded)
  }

  @Test func `a body that earns points is named with its tests`() {
    let result = Scoring.exercise(.sample) { test in
      TestOutcome(test.name == "a" ? .passed : .wrong)
    }

    #expect(
      BodyCheck.problems("3.1", "f: empty", result) == [
        "3.1, f: empty: earns \(result.score) of \(result.maxScore): \"a\""
      ])
    #expect(
      BodyCheck.problems("3.1", "f: empty", Scoring.exercise(.sample) { _ in .init(.wrong) }) == [])
  }
}

@Suite("differences between texts") struct LineDifferenceTests {
  @Test func `equal texts have none`() {
    #expect(LineDifference(from: "a\nb", to: "a\nb").lines == [])
  }

  @Test func `lines that move are removed and added`() {
    #expect(
      LineDifference(from: "1\n2\n3\n4\na\nb\n5\n6\n7", to: "1\n2\n3\n4\nb\na\n5\n6\n7").lines == [
        "@@ -3,6 +3,6 @@", " 3", " 4", "-a", " b", "+a", " 5", " 6",
      ])
  }
}
