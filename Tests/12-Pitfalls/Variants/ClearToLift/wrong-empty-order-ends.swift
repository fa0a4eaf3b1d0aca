// wrong: takes an order without a name for the end
// rejected by: every crate is lifted at once, or after its signal as wrong

public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  var lifted = 0
  while let crate = await orders.receive(), !crate.isEmpty {
    if let signals {
      guard await signals.receive() != nil else { break }
    }
    await lift(crate)
    lifted += 1
  }
  return lifted
}
