// wrong: makes up for the time in which nothing came
// rejected by: after a pause, too, requests begin an interval apart as wrong

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  await withDiscardingTaskGroup { group in
    var next = ContinuousClock.now
    for await request in requests {
      do { try await Task.sleep(until: next, clock: .continuous) } catch { return }
      next += interval
      group.addTask { await handle(request) }
    }
  }
}
