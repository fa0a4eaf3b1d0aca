// wrong: a `select` with a `Default` case, which does not wait
// rejected by: every crate is lifted at once, or after its signal as wrong

public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  var lifted = 0
  while let crate = await orders.receive() {
    let mayLift = await select {
      Receive(from: signals) { $0 != nil }
      Default { true }
    }
    guard mayLift else { break }
    await lift(crate)
    lifted += 1
  }
  return lifted
}
