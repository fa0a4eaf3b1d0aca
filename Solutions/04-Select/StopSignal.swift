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
  // A message reaches one crane; a close reaches all of them, those that wait and those that look
  // later. Nothing is ever sent on this channel. In Go: `stop := make(chan struct{})`, and
  // `close(stop)`.
  let stop = Channel<Never>()
  // Never awaited: if the crates run out first, the return cancels this task and waits for its end.
  async let _: Void = {
    _ = await bell.receive()
    stop.close()
  }()
  return await withTaskGroup(of: Int.self) { group in
    for _ in 1...cranes {
      group.addTask {
        var lifted = 0
        // Look at the stop signal alone first: when there are crates, too, the select below might
        // choose a crate again and again.
        while stop.tryReceive() == .nothing {
          let crate = await select {
            Receive(from: crates)
            Receive(from: stop) { _ in nil }
          }
          guard let crate else { break }
          await lift(crate)
          lifted += 1
        }
        return lifted
      }
    }
    return await group.reduce(0, +)
  }
}
