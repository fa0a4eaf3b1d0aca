// wrong: takes the next order while it lifts
// rejected by: every crate is lifted at once, or after its signal as wrong

public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  var lifted = 0
  var order = await orders.receive()
  while let crate = order {
    if let signals {
      guard await signals.receive() != nil else { break }
    }
    async let next = orders.receive()
    await lift(crate)
    lifted += 1
    order = await next
  }
  return lifted
}
