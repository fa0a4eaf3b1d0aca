/// Runs all schedules; then checks that the first that failed repeats, shrinks it, and explains it.
struct Explorer {
  let schedules: Schedules
  let body: @Sendable () async throws -> Void
  /// Returns how many failures the run's code has reported since the last call.
  let failures: @Sendable () -> Int
  /// What collects the failures; tells the runs of this explorer from those of others.
  var collector: IssueCollector?
  /// Which code is the test's own; `nil` outside a test.
  var testSource: TestSource?
  /// The module that the closure belongs to.
  var testModule: String?
  /// Whether the tested code must wait for the end of each task that it starts.
  var leavesNoTask = false
  var limits: RunLimits
  /// Whether other tasks may go first while a task holds a lock.
  var showsHeldLocks = false

  init(
    schedules: Schedules, body: @escaping @Sendable () async throws -> Void,
    failures: @escaping @Sendable () -> Int, limits: RunLimits? = nil
  ) {
    self.schedules = schedules
    self.body = body
    self.failures = failures
    var own = RunLimits()
    own.steps = schedules.stepLimit
    self.limits = limits ?? own
  }

  /// For how many different numbers of late tasks a run is explained: usually there are one or two.
  private static let mostLateRuns = 4

  func explore() async -> Exploration {
    guard TaskMemory.isKnown, !Settings.isReduced else {
      return await ReducedExplorer(body: body, failures: failures).explore()
    }
    let findings = await run(schedules)
    if findings.triesLocks {
      var again = self
      again.showsHeldLocks = true
      return await again.explore()
    }
    if let count = Settings.repetitions, findings.uncontrolled == nil {
      await DeterminismCheck(
        explorer: self, count: count, stepsOfOneRun: findings.steps / max(findings.runs, 1)
      ).run()
    }
    var exploration = Exploration()
    exploration.schedules = findings.runs
    exploration.isExhaustive = findings.hasRunAll
    exploration.isBounded = findings.hasSkippedPauses
    exploration.uncontrolled = findings.uncontrolled
    exploration.failures = findings.failures
    exploration.outcomes = findings.outcomes
    exploration.duration = findings.duration
    exploration.printed = findings.printed
    exploration.cancellation = findings.cancellation
    if let failed = findings.firstFailed {
      // Each further run of a program that blocks its thread takes real time.
      exploration.failure =
        findings.blocked > limits.jobTime / 10
        ? Exploration.Failure(
          await explained(failed), failed.schedule, repeats: findings.uncontrolled == nil,
          uncontrolled: findings.uncontrolled)
        : await failure(failed, findings.uncontrolled)
      exploration.failure?.run = findings.firstFailedRun
    } else if let (failure, runs) = await lateFailure(findings) {
      exploration.failure = failure
      exploration.failures = runs
    }
    return exploration
  }

  /// The failure of a run that went well but for tasks of the tested code that had work left at its
  /// end.
  ///
  /// Which code started a task is known only in a run that records places. One such run stands for
  /// all in which the same number of tasks had work left.
  private func lateFailure(
    _ findings: Findings
  ) async -> (failure: Exploration.Failure, runs: Int)? {
    guard leavesNoTask, testSource != nil else { return nil }
    for (_, late) in findings.late.sorted(by: { $0.key > $1.key }).prefix(Self.mostLateRuns) {
      let again = await run(.these([late.first]), detail: .places)
      guard let failed = again.firstFailed else { continue }
      let uncontrolled = findings.uncontrolled
      return (
        Exploration.Failure(
          failed.outcome, late.first, repeats: uncontrolled == nil, uncontrolled: uncontrolled),
        late.runs
      )
    }
    return nil
  }

  /// What to tell the test about a failed run: about the shortest one found that fails in the same
  /// way.
  private func failure(
    _ failed: Findings.Failed, _ uncontrolled: String?
  ) async -> Exploration.Failure {
    var again = self
    if failed.outcome.verdict == .deadlocked, failed.outcome.isFullyControlled {
      // No thread outside has come in half a second; there is no need to wait that long in each
      // run.
      again.limits.outsideWait = min(limits.outsideWait, 20_000_000)
    }
    let repeats = await ReplayCheck(explorer: again).repeats(failed)
    // If the program is not deterministic, one run does not tell what another will be like.
    let shortest = repeats ? await Shrinker(explorer: again).shortest(failed) : failed
    let outcome = await again.explained(shortest)
    return Exploration.Failure(
      outcome, shortest.schedule, repeats: repeats && uncontrolled == nil,
      uncontrolled: uncontrolled)
  }

  func run(
    _ schedules: Schedules, detail: BubbleRun.Detail = .verdict, keepsDecisions: Bool = false
  ) async -> Findings {
    let session = session(schedules, detail: detail, keepsDecisions: keepsDecisions)
    await session.explore()
    return session.findings
  }

  func session(
    _ schedules: Schedules, detail: BubbleRun.Detail, keepsDecisions: Bool
  ) -> Session {
    let session = Session(schedules, failures: failures, body: body)
    session.run.detail = detail
    session.run.limits = limits
    session.run.showsHeldLocks = showsHeldLocks
    session.run.testSource = testSource
    session.run.testModule = testModule
    session.run.collector = collector
    session.keepsDecisions = keepsDecisions
    return session
  }

  /// The same run again, this time with a look at where tasks start and wait.
  private func explained(_ failed: Findings.Failed) async -> RunOutcome {
    let first = failed.outcome
    // A task that never gives its thread back would take another one.
    if first.verdict == .stuck { return first.steps == 0 ? first : await stuckExplained(failed) }
    let again = await run(.these([failed.schedule]), detail: .places).firstFailed?.outcome
    guard let again, again.verdict == first.verdict, again.tasks.count == first.tasks.count else {
      return first
    }
    return again
  }

  /// A run that goes on forever need not do so again: its beginning says where the task started.
  private func stuckExplained(_ failed: Findings.Failed) async -> RunOutcome {
    var short = self
    short.limits.steps = min(limits.steps, 2_000)
    short.limits.looksAtTask = failed.outcome.tasks.first?.number
    let again = await short.run(.these([failed.schedule]), detail: .places).firstFailed?.outcome
    guard var again, again.tasks.first?.number == failed.outcome.tasks.first?.number else {
      return failed.outcome
    }
    again.time = failed.outcome.time
    again.ending = failed.outcome.ending
    return again
  }
}

extension Exploration.Failure.Verdict {
  init(_ verdict: RunOutcome.Verdict) {
    switch verdict {
    case .passed, .wrong: self = .wrong
    case .race: self = .race
    case .leaked: self = .leaked
    case .deadlocked: self = .deadlocked
    case .stuck: self = .stuck
    }
  }
}

extension Exploration.Failure {
  init(
    _ outcome: RunOutcome, _ schedule: Schedule, repeats: Bool = true, uncontrolled: String? = nil
  ) {
    verdict = Verdict(outcome.verdict)
    self.schedule = schedule
    time = outcome.time
    isRepeatable = repeats
    isOfSeveralRuns =
      if case .stuck(.blocked(_, isBitByBit: true)) = outcome.ending { true } else { false }
    let report = Report(outcome: outcome, repeats: repeats, uncontrolled: uncontrolled)
    message = report.text
    advice = report.advice
    let isLate = outcome.ending == .late
    leaks = outcome.tasks.filter { $0.endsWhenCancelled != nil || isLate }.map { task in
      Exploration.Leak(
        task: task.name ?? "task \(task.number)", startedAt: task.startedAt,
        waitsFor: task.waitsFor, endsWhenCancelled: task.endsWhenCancelled == true)
    }
    trace = outcome.trace
    printed = outcome.printed
    error = outcome.thrown
  }
}
