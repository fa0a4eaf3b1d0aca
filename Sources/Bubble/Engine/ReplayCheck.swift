/// Runs a failed schedule two more times, and compares the runs.
///
/// A schedule decides in which order tasks run. If the program itself makes random choices, the
/// same schedule may give another run, and a string that promises to replay it would mislead.
struct ReplayCheck {
  let explorer: Explorer

  /// Whether both runs fail as the first did and go the same way, event by event.
  func repeats(_ failed: Findings.Failed) async -> Bool {
    // A run without an end has no end to compare, and a task that blocks its thread would block
    // more.
    guard failed.outcome.verdict != .stuck else { return true }
    guard let first = await traced(failed.schedule), first.outcome.isLike(failed.outcome),
      let second = await traced(failed.schedule)
    else { return false }
    return second.outcome.isLike(first.outcome) && second.decisions == first.decisions
      && second.outcome.trace.withoutAddresses == first.outcome.trace.withoutAddresses
  }

  private func traced(_ schedule: Schedule) async -> Findings.Failed? {
    await explorer.run(.these([schedule]), detail: .trace, keepsDecisions: true).firstFailed
  }
}

extension Trace {
  /// The trace without values whose description contains an address.
  var withoutAddresses: Trace {
    var copy = self
    for index in copy.events.indices where copy.events[index].value?.contains("0x") == true {
      copy.events[index].value = nil
    }
    return copy
  }
}
