/// Looks for a schedule with fewer switches that fails in the same way.
///
/// A reader has to follow the run; each switch that does not matter is one too many.
struct Shrinker {
  let explorer: Explorer

  /// The most jobs in a run that is worth the search.
  private static let longest = 5_000
  /// The most jobs that the search may run in all.
  private static let budget = 100_000

  func shortest(_ failed: Findings.Failed) async -> Findings.Failed {
    // The plain orders are the easiest to follow, and a stuck run has no end to reach.
    guard failed.outcome.verdict != .stuck, failed.outcome.steps < Self.longest,
      failed.schedule != .firstInFirstOut, failed.schedule != .switches([]),
      let start = await fails(failed.schedule, like: failed)
    else { return failed }
    var best = start
    var left = Self.budget
    // Whole halves first, then smaller parts, as in delta debugging (Zeller 1999).
    var size = max(1, best.switches.count / 2)
    while size > 0 {
      var from = 0
      while from < best.switches.count, left > 0 {
        var fewer = best.switches
        fewer.removeSubrange(from..<min(from + size, fewer.count))
        left -= max(failed.outcome.steps, 1)
        if let shorter = await fails(.switches(fewer), like: failed),
          shorter.switches.count < best.switches.count
        {
          best = shorter
        } else {
          from += size
        }
      }
      size /= 2
    }
    return best
  }

  /// Runs the schedule; returns it as a list of switches if it fails like the first one.
  private func fails(_ schedule: Schedule, like failed: Findings.Failed) async -> Findings.Failed? {
    let findings = await explorer.run(.these([schedule]), keepsDecisions: true)
    guard let again = findings.firstFailed, again.outcome.isLike(failed.outcome) else { return nil }
    return Findings.Failed(
      schedule: Schedule(again.decisions), outcome: again.outcome, decisions: again.decisions)
  }
}

extension Findings.Failed {
  fileprivate var switches: [Schedule.Switch] {
    if case .switches(let switches) = schedule { switches } else { [] }
  }
}
