// wrong: takes every request at once, and lets each sleep
// rejected by: only one request is taken before it may begin as wrong

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  await withDiscardingTaskGroup { group in
    var next = ContinuousClock.now
    for await request in requests {
      let start = max(next, .now)
      next = start + interval
      group.addTask {
        guard (try? await Task.sleep(until: start, clock: .continuous)) != nil else { return }
        await handle(request)
      }
    }
  }
}
