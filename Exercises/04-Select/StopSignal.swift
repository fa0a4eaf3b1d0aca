public import Channels

/// Lets cranes lift crates until the bell rings, and returns when all cranes have stopped.
///
/// Each crane lifts one crate after the other with `lift`; all cranes take crates from the same
/// channel and work at the same time. The bell does not ring before the call, and during the shift
/// it rings once or not at all: at most one message arrives on `bell`. Once it has rung, no crane
/// takes another crate, even if there are more. A crane that is lifting is not cancelled by the
/// bell; it finishes its crate. A crane that waits for a crate stops at once.
///
/// If `crates` is closed before the bell rings, the shift ends when the last crate is lifted. If
/// the bell rings after the shift, its message is left for another receiver. Leave `crates` open:
/// its sender may go on sending after the shift.
///
/// Cancelling the caller, before the call or during it, ends the shift, too: no crane takes another
/// crate, and the crates that the cranes hold are lifted and counted. This cancellation may reach
/// `lift`. At the moment of the bell or of the cancellation, a crane may still take a crate; it
/// lifts and counts it. Nothing that you start outlives the call.
///
///     // Four crates of 3 s each are there, and the bell rings after 4 s.
///     await workShift(cranes: 1, crates: crates, bell: bell) { await lift($0) }   // 2, after 6 s
///
/// - Parameters:
///   - cranes: How many cranes work; at least one.
///   - crates: Where crates arrive.
///   - bell: Where the message that ends the shift arrives; this channel is never closed.
///   - lift: Lifts one crate.
/// - Returns: How many crates were lifted.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  // TODO(4.7): How does one ring of the bell reach all cranes, those that wait and those that lift?
  return 0
}
