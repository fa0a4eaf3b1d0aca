// right: a task gives a signal for each order where there is no signalman

public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  let always = Channel<Void>()
  async let giving: Void = { while await always.send(()) {} }()
  let giver = signals ?? always.receiveOnly
  var lifted = 0
  while let crate = await orders.receive(), await giver.receive() != nil {
    await lift(crate)
    lifted += 1
  }
  return lifted
}
