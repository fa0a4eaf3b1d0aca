internal import Probe

/// What a run that explains itself keeps for the report.
extension BubbleRun {
  /// Keeps an event of a run that explains itself.
  func trace(
    _ kind: Trace.Event.Kind, _ index: Int, _ operation: Operation? = nil,
    _ value: @autoclosure () -> String? = nil
  ) {
    guard explains, phase == .body || phase == .drain else { return }
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

  /// Where the program stands, in a run that explains itself; a report shows few places, so the
  /// first some hundred looks will do.
  func captureCallSite() -> CapturedCallSite? {
    guard detail == .places, counters.looks < 300 else { return nil }
    counters.looks += 1
    // To look may take long, and may wait for other bubbles that look: that is not the job's fault.
    noteHeartbeat()
    defer { noteHeartbeat() }
    return .capture()
  }
}
