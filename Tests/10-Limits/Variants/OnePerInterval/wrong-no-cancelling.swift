// wrong: raw tasks, which the cancellation does not reach
// rejected by: cancelling the caller stops it as wrong

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  var next = ContinuousClock.now
  var tasks: [Task<Void, Never>] = []
  for await request in requests {
    let start = max(next, .now)
    next = start + interval
    do { try await Task.sleep(until: start, clock: .continuous) } catch { break }
    tasks.append(Task { await handle(request) })
  }
  for task in tasks { await task.value }
}
