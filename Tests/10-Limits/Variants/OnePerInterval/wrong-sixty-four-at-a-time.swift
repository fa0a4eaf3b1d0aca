// wrong: 64 requests run at the same time, and the next one waits
// rejected by: a long request does not delay the next one as wrong
public import Channels

public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  await withTaskGroup(of: Void.self) { group in
    var running = 0
    var next = ContinuousClock.now
    for await request in requests {
      let start = max(next, .now)
      next = start + interval
      guard (try? await Task.sleep(until: start, clock: .continuous)) != nil else { return }
      if running == 64 {
        await group.next()
        running -= 1
      }
      running += 1
      group.addTask { await handle(request) }
    }
  }
}
