// wrong: waits in a `select` that has only a `nil` case
// rejected by: every crate is lifted at once, or after its signal as deadlocked

public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  var lifted = 0
  while let crate = await orders.receive() {
    let signal = await select { Receive(from: signals) }
    guard signal != nil else { break }
    await lift(crate)
    lifted += 1
  }
  return lifted
}
