// wrong: takes an hour without a signal for the end
// rejected by: every crate is lifted at once, or after its signal as wrong
public import Channels

/// A variant of 12.9.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  var lifted = 0
  while let crate = await orders.receive() {
    if let signals {
      let signal: Void? = await select {
        Receive(from: signals)
        After(.seconds(3_600)) { nil }
      }
      guard signal != nil else { break }
    }
    await lift(crate)
    lifted += 1
  }
  return lifted
}
