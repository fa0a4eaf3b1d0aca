// wrong: does not handle a request without a name
// rejected by: the first begins at once, and each other one an interval later as wrong

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  await withDiscardingTaskGroup { group in
    var next = ContinuousClock.now
    for await request in requests where !request.isEmpty {
      let start = max(next, .now)
      next = start + interval
      guard (try? await Task.sleep(until: start, clock: .continuous)) != nil else { return }
      group.addTask { await handle(request) }
    }
  }
}
