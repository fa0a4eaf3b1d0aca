// right: each round is a child task, and each cancellation is an error that leaves the loop
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  do {
    while true {
      try Task.checkCancellation()
      async let walk: Void = round()
      await walk
      rounds += 1
      try Task.checkCancellation()
      try await Task.sleep(until: .now + pause, clock: .continuous)
    }
  } catch {
    return rounds
  }
}
