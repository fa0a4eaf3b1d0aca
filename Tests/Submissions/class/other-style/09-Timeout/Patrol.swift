internal import Channels

/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  while !Task.isCancelled {
    await round()
    rounds += 1
    await select {
      After(pause) {}
      Cancelled {}
    }
  }
  return rounds
}
