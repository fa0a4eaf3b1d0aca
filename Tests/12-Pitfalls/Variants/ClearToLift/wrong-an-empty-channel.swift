// wrong: puts an empty channel in place of `nil`
// rejected by: every crate is lifted at once, or after its signal as deadlocked

public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  let signals = signals ?? Channel<Void>().receiveOnly
  var lifted = 0
  while let crate = await orders.receive() {
    guard await signals.receive() != nil else { break }
    await lift(crate)
    lifted += 1
  }
  return lifted
}
