// wrong: takes `nil` for a signal
// rejected by: when the signalman goes home, only his quay stops as wrong

public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  var lifted = 0
  while let crate = await orders.receive() {
    guard case .some = await signals?.receive() ?? () else { break }
    await lift(crate)
    lifted += 1
  }
  return lifted
}
