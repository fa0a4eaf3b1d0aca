// wrong: keeps to the clock, but waits for each request
// rejected by: a long request does not delay the next one as wrong

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  var next = ContinuousClock.now
  for await request in requests {
    let start = max(next, .now)
    next = start + interval
    do { try await Task.sleep(until: start, clock: .continuous) } catch { return }
    await handle(request)
  }
}
