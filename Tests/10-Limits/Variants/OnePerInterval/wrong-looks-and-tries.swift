// wrong: sees a request and tries to take it, and takes one that is gone for the end of all
// rejected by: it returns when the channel is closed and the last request has ended as wrong
public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  await withDiscardingTaskGroup { group in
    var next = ContinuousClock.now
    while let request = await nextRequest(requests) {
      let start = max(next, .now)
      next = start + interval
      guard (try? await Task.sleep(until: start, clock: .continuous)) != nil else { return }
      group.addTask { await handle(request) }
    }
  }
}

private func nextRequest(_ requests: ReceiveChannel<String>) async -> String? {
  if requests.count > 0 {
    guard case .element(let request) = requests.tryReceive() else { return nil }
    return request
  }
  return await requests.receive()
}
