// right: a loop for each kind of quay

public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  var lifted = 0
  guard let signals else {
    for await crate in orders {
      await lift(crate)
      lifted += 1
    }
    return lifted
  }
  for await crate in orders {
    guard await signals.receive() != nil else { break }
    await lift(crate)
    lifted += 1
  }
  return lifted
}
