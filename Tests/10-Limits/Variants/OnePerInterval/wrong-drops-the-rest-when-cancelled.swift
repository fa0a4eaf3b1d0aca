// wrong: begins nothing when cancelled, but takes all requests that wait, and drops them
// rejected by: cancelling the caller stops it as wrong

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
      try? await Task.sleep(until: start, clock: .continuous)
      _ = group.addTaskUnlessCancelled { await handle(request) }
    }
  }
}
