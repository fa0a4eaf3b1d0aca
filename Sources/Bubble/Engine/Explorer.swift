/// Runs all schedules, and the first that fails once more to explain it.
struct Explorer {
  let schedules: [Schedule]
  let body: @Sendable () async throws -> Void
  /// Hands out what the run's code reported since the last call, as a number of failures.
  let failures: @Sendable () -> Int
  var bounds = Bounds()

  func explore() async -> Exploration {
    guard TaskMemory.isKnown, !Settings.isReduced else {
      return await ReducedExplorer(body: body, failures: failures).explore()
    }
    var exploration = Exploration()
    let outcomes = await run(schedules, explains: false)
    exploration.schedules = outcomes.count
    exploration.duration = outcomes.first?.outcome.time ?? .zero
    let failed = outcomes.filter { $0.outcome.verdict != .passed }
    exploration.failures = failed.count
    guard let (schedule, first) = failed.first else {
      // The error by which a test cancels itself is no failure, but must reach the test.
      if let thrown = outcomes.last?.outcome.thrown { exploration.cancellation = thrown }
      return exploration
    }
    let outcome = await explained(first, schedule)
    exploration.failure = Exploration.Failure(outcome, schedule)
    return exploration
  }

  private func run(_ schedules: [Schedule], explains: Bool) async -> [(
    schedule: Schedule, outcome: RunOutcome
  )] {
    let session = Session(schedules, explains: explains, failures: failures, body: body)
    session.run.bounds = bounds
    await session.explore()
    return session.outcomes
  }

  /// The same run again, this time with a look at where tasks start and wait.
  private func explained(_ first: RunOutcome, _ schedule: Schedule) async -> RunOutcome {
    // A task that holds its thread would hold another one.
    guard first.verdict != .stuck || first.steps > 0 else { return first }
    guard let again = await run([schedule], explains: true).first?.outcome,
      again.verdict == first.verdict, again.tasks.count == first.tasks.count
    else { return first }
    return again
  }
}

extension Exploration.Failure {
  init(_ outcome: RunOutcome, _ schedule: Schedule) {
    verdict = Verdict(rawValue: outcome.verdict.rawValue) ?? .wrong
    self.schedule = schedule
    time = outcome.time
    message = Report(outcome: outcome).text
    leaks = outcome.tasks.filter { $0.endsWhenCancelled != nil }.map { task in
      Exploration.Leak(
        task: task.name ?? "task \(task.number)", startedAt: task.startedAt,
        waitsFor: task.waitsFor, endsWhenCancelled: task.endsWhenCancelled == true)
    }
    error = outcome.thrown
  }
}
