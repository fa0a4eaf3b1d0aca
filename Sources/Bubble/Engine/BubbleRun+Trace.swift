internal import Probe

/// What a run that explains itself (see `BubbleRun.Detail`) keeps for the report.
extension BubbleRun {
  /// Keeps an event of a run that explains itself.
  func trace(
    _ kind: Trace.Event.Kind, _ index: Int, _ operation: Operation? = nil,
    _ value: @autoclosure () -> String? = nil
  ) {
    guard explains, phase == .body || phase == .drain else { return }
    // To describe a value takes longer than all the rest.
    guard outcome.trace.hasRoom else { return outcome.trace.omit() }
    let origin = operation?.resources.first?.origin
    outcome.trace.add(
      Trace.Event(
        kind: kind, task: tasks[index].number, time: .nanoseconds(elapsed),
        place: operation?.place.short, resource: origin?.place.short,
        resourceNumber: origin.map(number), value: value()))
  }

  /// Keeps an access to memory of a run that explains itself.
  func trace(_ kind: Trace.Event.Kind, _ index: Int, at place: String?) {
    outcome.trace.add(
      Trace.Event(
        kind: kind, task: tasks[index].number, time: .nanoseconds(elapsed), place: place))
  }

  /// Where the program is, in a run that records places; a report shows few places, so the first
  /// 300 are enough.
  func captureCallSite() -> CapturedCallSite? {
    guard detail == .places, counters.looks < 300 else { return nil }
    counters.looks += 1
    // Looking may take long, and may wait for other bubbles that look; the job is not to blame.
    noteHeartbeat()
    defer { noteHeartbeat() }
    return .capture()
  }
}
