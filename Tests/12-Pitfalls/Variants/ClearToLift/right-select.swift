// right: a `select`, and a timer of zero where there is no signalman

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
      if signals == nil { Default { true } }
    }
    guard mayLift else { break }
    await lift(crate)
    lifted += 1
  }
  return lifted
}
