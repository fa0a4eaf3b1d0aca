public import Channels

/// Lifts crates, each after a signal to do so, and returns how many were lifted.
///
/// The crane takes an order from `orders`, waits for a signal from `signals`, lifts the crate, and
/// only then takes the next order. It takes a signal only when it has an order. A quay without a
/// signalman passes `nil` for `signals`: there, each crate is lifted as soon as its order is taken.
///
/// Returns as soon as `orders` is closed and the last crate is lifted. When the crane needs a
/// signal and `signals` is closed and empty, the signalman has gone home: the crate of this order
/// is not lifted, no other order is taken, and the call returns at once.
///
/// If the caller is cancelled while it waits for an order or for a signal, it returns at once and
/// lifts nothing more. If it is cancelled before the call or during a lift, it may go on until it
/// has to wait, and returns then.
///
///     // Orders for tea and salt come at once, signals after 10 s and 15 s; a lift takes 2 s.
///     await liftCrates(orders, signals: signals) { await crane.lift($0) }   // 2, after 17 s
///
/// - Parameters:
///   - orders: The crates to lift.
///   - signals: One signal for each lift; `nil` if no signal is needed.
///   - lift: Lifts one crate.
/// - Returns: How many crates were lifted.
public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  // TODO(12.9): At the small quay, which never had a signalman, nothing moves. Why?
  var lifted = 0
  while let crate = await orders.receive() {
    guard await signals?.receive() != nil else { break }
    await lift(crate)
    lifted += 1
  }
  return lifted
}
