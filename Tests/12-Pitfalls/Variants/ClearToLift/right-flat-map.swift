// right: asks for the channel in a closure of its own

public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  let mayLift: @Sendable () async -> Bool =
    if let signals { { await signals.receive() != nil } } else { { true } }
  var lifted = 0
  while let crate = await orders.receive(), await mayLift() {
    await lift(crate)
    lifted += 1
  }
  return lifted
}
