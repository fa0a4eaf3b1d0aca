internal import Channels

/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  var goesOn = !Task.isCancelled
  while goesOn {
    await round()
    rounds += 1
    goesOn = await select {
      After(pause) { true }
      Cancelled { false }
    }
  }
  return rounds
}
