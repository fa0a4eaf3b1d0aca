import CourseModel
import GraderFormats

/// Runs a chapter's tests, in as many processes as are needed to give each test its own verdict.
struct TestRunner {
  var program: String
  var chapter: Chapter
  var sandbox: Sandbox
  var schedules: Int?
  var schedule: String?

  var limits = Limits.tests
  var timeouts = Timeouts()

  /// How long a job may run in a bubble without suspending, if that is less than usual.
  var jobMilliseconds: Int?

  /// Whether to run nothing more once a test has not passed.
  var stopsAtFirstFailure = false

  /// Runs the tests and judges them.
  ///
  /// If a run breaks off, the test that broke it fails. All others run again, even those that had
  /// ended, because only a complete run counts. These come last and together: otherwise each test
  /// that breaks a run would make all of them run once more.
  ///
  /// - Parameters:
  ///   - planned: The tests to run.
  ///   - folder: An empty folder for the processes' files.
  /// - Returns: A verdict for each test.
  /// - Throws: When a problem of this machine prevents the tests from running.
  func run(_ planned: [PlannedTest], in folder: String) throws -> [PlannedTest: TestOutcome] {
    var outcomes: [PlannedTest: TestOutcome] = [:]
    var batches = [planned]
    var later: [[PlannedTest]] = []
    var lost: [Exercise: Int] = [:]
    var round = 0
    while true {
      if batches.isEmpty { swap(&batches, &later) }
      guard let next = batches.popLast() else { return outcomes }
      let batch = next.filter { lost[$0.exercise, default: 0] < timeouts.mostLost }
      for test in next where !batch.contains(test) {
        outcomes[test] = TestOutcome(
          .notRun, "\(timeouts.mostLost) tests of this exercise never end, so this one was not run")
      }
      guard !batch.isEmpty else { continue }
      round += 1
      var settings = self
      settings.timeouts = timeouts.shortened(by: lost.values.reduce(0, +))
      settings.jobMilliseconds = timeouts.jobMilliseconds(
        afterStuck: outcomes.values.count { $0.verdict == .stuck })
      let run = try TestRun(of: batch, settings: settings, folder: "\(folder)/run-\(round)")
      run.run()
      if run.ranOutOfMemory {
        throw InfrastructureError("the tests were killed: this machine is out of memory")
      }
      if !run.record.hasStarted, let outcome = run.outcome,
        let infrastructureError = InfrastructureError(outcome)
      {
        throw infrastructureError
      }
      let settled = settle(batch, run)
      outcomes.merge(settled) { _, new in new }
      if run.wasLost { for test in settled.keys { lost[test.exercise, default: 0] += 1 } }
      if stopsAtFirstFailure, settled.values.contains(where: { $0.verdict != .passed }) {
        return outcomes
      }
      let rest = batch.filter { settled[$0] == nil }
      if settled.isEmpty {
        batches += rest.map { [$0] }
      } else {
        let ended = rest.filter { hasEnded($0, in: run.record) }
        later = [later.flatMap(\.self) + ended]
        batches.append(rest.filter { !ended.contains($0) })
      }
    }
  }

  private func hasEnded(_ test: PlannedTest, in record: RunRecord) -> Bool {
    record.tests.values.contains { $0.hasEnded && test.isSame(as: $0, in: chapter) }
  }

  /// The verdicts that this run allows; empty when each test must be run alone.
  private func settle(_ batch: [PlannedTest], _ run: TestRun) -> [PlannedTest: TestOutcome] {
    let judge = Judge(chapter: chapter)
    let record = run.record
    func verdicts(_ decide: (PlannedTest) -> TestOutcome) -> [PlannedTest: TestOutcome] {
      Dictionary(uniqueKeysWithValues: batch.map { ($0, decide($0)) })
    }
    if let breach = record.breaches.first {
      return verdicts { _ in
        TestOutcome(.tampered, "the record of the run is not honest: \(breach)")
      }
    }
    if stopsAtFirstFailure, let failed = record.failedTest,
      let test = planned(failed, of: batch, in: record)
    {
      return [test: judge.outcome(of: test, in: record, reports: run.reports)]
    }
    if record.hasEnded {
      return verdicts { judge.outcome(of: $0, in: record, reports: run.reports) }
    }
    if let stuck = run.stuckTest, let test = planned(stuck, of: batch, in: record) {
      return [test: judge.outcome(of: test, in: record, reports: run.reports)]
    }
    guard let end = run.outcome?.end, let crash = run.crash else { return [:] }
    if case .culprit(let id, let outcome) = CrashAttribution.of(record, end: end, crash: crash),
      let test = planned(id, of: batch, in: record)
    {
      return [test: outcome]
    }
    // A process that broke off before its only test began.
    return batch.count == 1 ? verdicts { _ in CrashAttribution.verdict(end, crash) } : [:]
  }

  private func planned(
    _ id: String, of batch: [PlannedTest], in record: RunRecord
  ) -> PlannedTest? {
    record.tests[id].flatMap { observed in batch.first { $0.isSame(as: observed, in: chapter) } }
  }
}
