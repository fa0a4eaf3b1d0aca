// wrong: puts a channel with a hundred signals in place of `nil`
// rejected by: every crate is lifted at once, or after its signal as deadlocked

public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  let always = Channel<Void>(capacity: 100)
  while signals == nil, always.trySend(()) {}
  let clear = signals ?? always.receiveOnly
  var lifted = 0
  while let crate = await orders.receive() {
    guard await clear.receive() != nil else { break }
    await lift(crate)
    lifted += 1
  }
  return lifted
}
