// wrong: works in a task that does not hear of the cancellation
// rejected by: a crane that is cancelled stops at once as deadlocked

public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  await Task {
    var lifted = 0
    while let crate = await orders.receive() {
      if let signals {
        guard await signals.receive() != nil else { break }
      }
      await lift(crate)
      lifted += 1
    }
    return lifted
  }.value
}
