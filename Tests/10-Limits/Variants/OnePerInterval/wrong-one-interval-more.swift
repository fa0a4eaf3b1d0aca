// wrong: sleeps after the last request, too
// rejected by: it returns when the channel is closed and the last request has ended as wrong

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  await withDiscardingTaskGroup { group in
    for await request in requests {
      if !group.addTaskUnlessCancelled(operation: { await handle(request) }) { return }
      do { try await Task.sleep(for: interval) } catch { return }
    }
  }
}
