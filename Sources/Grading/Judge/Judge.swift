import CourseModel
import GraderFormats
import RunFormats

/// Decides what a run's record means for a test.
///
/// Nothing here touches a file or a process.
struct Judge {
  var chapter: Chapter

  /// The verdict on a test in a run that did not break off.
  ///
  /// - Parameters:
  ///   - planned: The test that the manifest expects.
  ///   - record: What the event stream said.
  ///   - reports: Reads what the test's bubbles reported, in their order.
  /// - Returns: The verdict with its explanation.
  func outcome(
    of planned: PlannedTest, in record: RunRecord, reports: ([String]) -> [BubbleResult]
  ) -> TestOutcome {
    guard let observed = observed(planned, in: record) else {
      return TestOutcome(.notRun, "the chapter's tests have no test of this name")
    }
    guard observed.hasStarted, observed.hasEnded else {
      return TestOutcome(.notRun, "the run ended without this test")
    }
    var outcome = outcome(of: observed, reports: reports(observed.attachments))
    if let start = observed.startInstant, let end = observed.endInstant {
      outcome.seconds = end - start
    }
    return outcome
  }

  /// What the record says about a test.
  func observed(_ planned: PlannedTest, in record: RunRecord) -> RunRecord.Observed? {
    record.tests.values.first { planned.isSame(as: $0, in: chapter) }
  }

  private func outcome(
    of observed: RunRecord.Observed, reports: [BubbleResult]
  ) -> TestOutcome {
    let worst = reports.max { $0.verdict < $1.verdict }
    let bubble = worst.flatMap { Verdict(rawValue: $0.verdict.rawValue) } ?? .passed
    var outcome = TestOutcome(.passed)
    if observed.wasCancelled || observed.wasSkipped {
      outcome = TestOutcome(.tampered, "the test was cancelled or skipped from inside")
    } else if !observed.issues.isEmpty {
      outcome.verdict = bubble == .passed ? .wrong : bubble
    } else if bubble != .passed {
      outcome.verdict = bubble
    } else if !observed.endsWell {
      outcome = TestOutcome(.tampered, "the test ended without a result")
    }
    outcome.schedules = reports.reduce(0) { $0 + $1.schedules }
    guard outcome.verdict != .passed, outcome.message == nil else { return outcome }
    let words = worst?.message ?? observed.issues.first ?? "no reason given"
    outcome.message = readable(words.excerpt(lines: 200, characters: 20_000))
    if let worst, bubble != .passed {
      outcome.schedule = worst.schedule
      outcome.failedSchedules = worst.failedSchedules
      outcome.schedules = worst.schedules
      outcome.leaks = (worst.leaks ?? []).map {
        Leak(
          task: $0.task, startedAt: readable($0.startedAt), waitsFor: readable($0.waitsFor))
      }
    }
    return outcome
  }

  /// Writes `Chapter03Channels/Ping.swift` as the path a student can open.
  func readable(_ text: String) -> String {
    text
      .replacing("\(chapter.module)Tests/", with: "Tests/\(chapter.folder)/")
      .replacing("\(chapter.module)/", with: "Exercises/\(chapter.folder)/")
  }
}
