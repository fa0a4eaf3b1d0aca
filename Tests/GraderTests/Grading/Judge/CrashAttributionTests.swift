import Foundation
import Testing

@testable import CourseChecks
@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("a run that broke off") struct CrashAttributionTests {
  private func crash(
    _ end: ChildOutcome.End, _ errors: String = "", _ trace: String? = nil
  ) -> CrashReport {
    CrashReport(end: end, errors: errors, backtrace: trace.map { Data($0.utf8) })
  }

  private var running: Stream {
    var stream = Stream()
    stream.declare("a")
    stream.declare("b")
    stream.event("runStarted")
    stream.event("testStarted", "a")
    return stream
  }

  @Test func `a trap costs the test that ran, with message and line`() {
    let trace = """
      {"threads":[{"crashed":true,"frames":[{"kind":"x"},
        {"sourceLocation":{"file":"/tmp/x/Exercises/01-Cargo/W.swift","line":8,"column":1}}]}]}
      """
    let end = ChildOutcome.End.signaled(4)
    let report = crash(end, "Swift/Array.swift:692: Fatal error: Index out of range\nmore", trace)

    #expect(
      CrashAttribution.of(running.record, end: end, crash: report)
        == .culprit(
          running.id("a"),
          TestOutcome(
            .crashed, "Fatal error: Index out of range at Exercises/01-Cargo/W.swift:8")))
  }

  @Test func `a trap in the student's file is placed without a backtrace`() {
    let report = crash(
      .signaled(4), "Chapter01Cargo/W.swift:5: Fatal error: Unexpectedly found nil")

    #expect(report.words == "Fatal error: Unexpectedly found nil at Chapter01Cargo/W.swift:5")
  }

  @Test func `leaving the program is a crash of the test, whatever the exit code`() {
    let end = ChildOutcome.End.exited(0)

    #expect(
      CrashAttribution.of(running.record, end: end, crash: crash(end))
        == .culprit(
          running.id("a"),
          TestOutcome(.crashed, "the process ended before the test did: exit code 0")))
  }

  @Test(arguments: [ChildOutcome.Reason.processorTime, .idle, .stopped, .wallTime, .watcher])
  func `a test that had to be ended is stuck`(reason: ChildOutcome.Reason) {
    let end = ChildOutcome.End.killed(reason)
    let attribution = CrashAttribution.of(running.record, end: end, crash: crash(end))

    guard case .culprit(_, let outcome) = attribution else {
      Issue.record("nobody was blamed")
      return
    }
    #expect(outcome.verdict == .stuck)
  }

  @Test func `between two tests the one before pays`() {
    var stream = running
    stream.end("a")
    let end = ChildOutcome.End.signaled(11)

    guard case .culprit(let id, _) = CrashAttribution.of(stream.record, end: end, crash: crash(end))
    else {
      Issue.record("nobody was blamed")
      return
    }
    #expect(id == stream.id("a"))
  }

  @Test func `with several under way nobody is blamed yet`() {
    var stream = running
    stream.event("testStarted", "b")
    let end = ChildOutcome.End.signaled(4)

    #expect(CrashAttribution.of(stream.record, end: end, crash: crash(end)) == .unclear)
  }
}
