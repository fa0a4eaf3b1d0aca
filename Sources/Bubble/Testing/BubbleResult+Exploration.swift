internal import RunFormats

extension BubbleResult {
  /// What the grader is told about an exploration.
  init(_ exploration: Exploration, issues: [String]) {
    let failure = exploration.failure
    // A result is the same on every machine.
    let isOfSeveralRuns = failure?.isOfSeveralRuns == true
    self.init(
      verdict: Verdict(failure?.verdict),
      schedules: isOfSeveralRuns ? exploration.failures : exploration.schedules,
      failedSchedules: exploration.failures)
    exhaustive = exploration.isExhaustive
    schedule = isOfSeveralRuns ? nil : failure?.schedule.description
    message = failure.map { Self.message(of: $0, issues) }
    virtualSeconds = (failure?.time ?? exploration.duration) / .seconds(1)
    outcomes = exploration.outcomes
    leaks = (failure?.leaks ?? []).map {
      Leak(
        task: $0.task, startedAt: $0.startedAt ?? "unknown", waitsFor: $0.waitsFor,
        endsWhenCancelled: $0.endsWhenCancelled)
    }
  }

  private static func message(of failure: Exploration.Failure, _ issues: [String]) -> String {
    // What each task did, if one schedule was asked for.
    let steps = Settings.replay == nil ? "" : Columns(trace: failure.trace).text
    let words = ([failure.message] + issues + [failure.advice ?? ""]).filter { !$0.isEmpty }
    let printed = failure.printed.isEmpty ? [] : ["printed:", failure.printed.text]
    return (words + printed + (steps.isEmpty ? [] : ["steps:", steps])).joined(separator: "\n")
  }
}

extension BubbleResult.Verdict {
  fileprivate init(_ verdict: Exploration.Failure.Verdict?) {
    self =
      switch verdict {
      case nil: .passed
      case .wrong: .wrong
      case .race: .race
      case .leaked: .leaked
      case .deadlocked: .deadlocked
      case .stuck: .stuck
      }
  }
}
