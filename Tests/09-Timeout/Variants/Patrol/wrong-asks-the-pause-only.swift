// wrong: a pause that ends in the moment of the cancellation leads to another round
// rejected by: cancelled as a pause ends, it begins no round as wrong
internal import Channels

/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  if Task.isCancelled { return 0 }
  var rounds = 0
  var goesOn = true
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
