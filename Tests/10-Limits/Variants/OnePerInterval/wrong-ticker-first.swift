// wrong: waits for a tick before the first request, too
// rejected by: the first begins at once, and each other one an interval later as wrong

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  let ticker = Ticker(every: interval)
  defer { ticker.stop() }
  await withDiscardingTaskGroup { group in
    for await request in requests {
      guard await ticker.ticks.receive() != nil, !Task.isCancelled else { return }
      group.addTask { await handle(request) }
    }
  }
}
