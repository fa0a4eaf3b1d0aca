// wrong: after the first round, only the sleep tells it of the cancellation
// rejected by: cancelled as a pause ends, it begins no round as wrong

/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  guard !Task.isCancelled else { return 0 }
  var rounds = 0
  while true {
    await round()
    rounds += 1
    do {
      try await Task.sleep(for: pause)
    } catch {
      return rounds
    }
  }
}
