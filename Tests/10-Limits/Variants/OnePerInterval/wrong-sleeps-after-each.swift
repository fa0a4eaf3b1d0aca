// wrong: handles a request to its end, then sleeps
// rejected by: a long request does not delay the next one as wrong

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  for await request in requests {
    if Task.isCancelled { return }
    await handle(request)
    try? await Task.sleep(for: interval)
  }
}
