// right: an actor that gives out the moments

public import Channels

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  let pace = Pace(interval)
  await withTaskGroup { group in
    while !Task.isCancelled, let request = await requests.receive() {
      let moment = await pace.next()
      guard (try? await Task.sleep(until: moment, clock: .continuous)) != nil else { break }
      group.addTask { await handle(request) }
    }
  }
}

private actor Pace {
  private let interval: Duration
  private var free = ContinuousClock.now

  init(_ interval: Duration) { self.interval = interval }

  func next() -> ContinuousClock.Instant {
    let moment = max(free, .now)
    free = moment + interval
    return moment
  }
}
