// wrong: begins a request in a task that is cancelled already
// rejected by: cancelling the caller stops it as wrong

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  await withDiscardingTaskGroup { group in
    var next: ContinuousClock.Instant?
    for await request in requests {
      if let next, next > .now {
        do { try await Task.sleep(until: next, clock: .continuous) } catch { return }
      }
      next = .now + interval
      group.addTask { await handle(request) }
    }
  }
}
