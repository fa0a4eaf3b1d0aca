import CourseModel
import Foundation
import Testing

@testable import GraderFormats
@testable import Grading
@testable import RunFormats

@Suite("judging") struct JudgeTests {
  let exercise = Exercise.sample
  var judge: Judge { Judge(chapter: Chapter.sample) }
  var planned: PlannedTest { PlannedTest(exercise: exercise, test: exercise.tests[0]) }

  private func outcome(
    reports: [BubbleResult] = [], _ tell: (inout Stream) -> Void
  ) -> TestOutcome {
    var stream = Stream()
    stream.declare("a")
    stream.event("runStarted")
    stream.event("testStarted", "a")
    tell(&stream)
    stream.event("runEnded")
    return judge.outcome(of: planned, in: stream.record) { _ in reports }
  }

  private func report(_ verdict: BubbleResult.Verdict, failed: Int = 0) -> BubbleResult {
    var report = BubbleResult(verdict: verdict, schedules: 50, failedSchedules: failed)
    if failed > 0 {
      report.schedule = "r17"
      report.message = "at Chapter01Cargo/W.swift:4"
    }
    if verdict == .leaked {
      report.leaks = [
        .init(task: "task 3", startedAt: "Chapter01Cargo/W.swift:4", waitsFor: "a sleep")
      ]
    }
    return report
  }

  @Test func `a test that ended without an issue passed`() {
    let outcome = outcome(reports: [report(.passed), report(.passed)]) { $0.end("a") }

    #expect(outcome.verdict == .passed)
    #expect(outcome.schedules == 100)
  }

  @Test func `an issue without a bubble is wrong, with words and place`() {
    let outcome = outcome { stream in
      stream.issue("a", "1 is not 2")
      stream.end("a", symbol: "fail")
    }

    #expect(outcome.verdict == .wrong)
    #expect(outcome.message == "1 is not 2\n(Tests/01-Cargo/W.swift:7)")
  }

  @Test func `words without end are cut`() {
    let outcome = outcome { stream in
      stream.issue("a", String(repeating: "x", count: 1 << 20))
      stream.end("a", symbol: "fail")
    }

    #expect((outcome.message?.count ?? 0) < 30_000)
  }

  @Test func `the worst bubble speaks for its test`() {
    let reports = [report(.passed), report(.leaked, failed: 2), report(.deadlocked, failed: 3)]
    let outcome = outcome(reports: reports) { stream in
      stream.issue("a", "x")
      stream.end("a", symbol: "fail")
    }

    #expect(outcome.verdict == .deadlocked)
    #expect(outcome.failedSchedules == 3)
    #expect(outcome.schedules == 50)
    #expect(outcome.schedule == "r17")
    #expect(outcome.message == "at Exercises/01-Cargo/W.swift:4")
  }

  @Test func `leaks name a path that can be opened`() {
    let outcome = outcome(reports: [report(.leaked, failed: 50)]) { stream in
      stream.issue("a", "x")
      stream.end("a", symbol: "fail")
    }

    #expect(outcome.leaks.map(\.startedAt) == ["Exercises/01-Cargo/W.swift:4"])
  }

  @Test func `a bubble that failed is believed without an issue`() {
    #expect(outcome(reports: [report(.stuck, failed: 1)]) { $0.end("a") }.verdict == .stuck)
  }

  @Test func `a test that is called off or ends without a word is not passed`() {
    #expect(
      outcome { stream in
        stream.event("testCancelled", "a")
        stream.end("a")
      }.verdict == .tampered)
    #expect(outcome { $0.end("a", symbol: "skip") }.verdict == .tampered)
  }

  @Test func `a test that is not in the program was not run`() {
    var stream = Stream()
    stream.event("runStarted")
    stream.event("runEnded")

    #expect(judge.outcome(of: planned, in: stream.record) { _ in [] }.verdict == .notRun)
  }

  @Test func `the filter selects one test and escapes its name`() {
    var odd = planned
    odd.test.name = "weighs (a+b)"

    #expect(
      odd.filter(module: "Chapter01Cargo")
        == #"^Chapter01CargoTests\.WeighTests\/`?weighs \(a\+b\)`?\("#)
  }
}

extension Exercise {
  static let sample = Exercise(
    id: "1.1", title: "Weigh", file: "Weigh.swift", suite: "WeighTests", minutes: 5, core: true,
    stub: "", goal: "", outOfScope: "", hints: ["Look."],
    tests: [ExpectedTest(name: "a", points: 2), ExpectedTest(name: "b", points: 1)])
}

extension Chapter {
  static let sample = Chapter(
    folder: "01-Cargo",
    manifest: ChapterManifest(number: 1, title: "Cargo", needs: "", exercises: [.sample]))
}
