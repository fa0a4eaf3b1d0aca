// right: a timer as a case of select: the next beginning, then the next request

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  await withDiscardingTaskGroup { group in
    var next = ContinuousClock.now
    for await request in requests {
      let pause = next - .now
      if pause > .zero {
        let isCancelled = await select {
          After(pause) { false }
          Cancelled { true }
        }
        if isCancelled { return }
      }
      next = .now + interval
      if !group.addTaskUnlessCancelled(operation: { await handle(request) }) { return }
    }
  }
}
