// wrong: a ticker, which keeps a tick from a pause
// rejected by: after a pause, too, requests begin an interval apart as wrong

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  let ticker = Ticker(every: interval)
  defer { ticker.stop() }
  await withDiscardingTaskGroup { group in
    var isFirst = true
    for await request in requests {
      if !isFirst, await ticker.ticks.receive() == nil { return }
      if Task.isCancelled { return }
      isFirst = false
      group.addTask { await handle(request) }
    }
  }
}
