public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
///
/// `load` begins at once. While it works, each alarm is given to `warn` as soon as it arrives, one
/// after the other. The loading does not wait for a warning. If `alarms` is closed early, the
/// loading goes on.
///
/// When `load` has ended, no other `warn` begins. The call then returns or throws at once, or, if a
/// `warn` is still running, as soon as that `warn` has ended; that `warn` may be cancelled. Nothing
/// that you start outlives the call.
///
/// No alarm is lost: each one that was taken from the channel has been given to `warn` before the
/// return. All others stay on the channel, for the next ship or for another listener, even those
/// that have waited there for a `warn` to end. An alarm that comes at the moment when `load` ends
/// may be passed on or stay on the channel.
///
/// If the caller is cancelled, even before the call, `load` still begins, and is cancelled, too.
/// After that, alarms do not have to be passed on.
///
///     // The loading takes 6 s. An alarm after 4 s is passed on; one after 9 s is left alone.
///     let crates = try await loadShip(alarms: alarms) {
///       await horn.sound($0)
///     } load: {
///       try await crane.load("Gull")
///     }
///
/// - Parameters:
///   - alarms: Where alarms arrive; someone else closes it, or no one does.
///   - warn: Passes one alarm on.
///   - load: Loads the ship and returns the number of crates.
/// - Returns: What `load` returns.
/// - Throws: What `load` throws.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  // TODO(12.1): This works for the first ship of the day. Who listens when the second one comes?
  Task {
    for await alarm in alarms { await warn(alarm) }
  }
  return try await load()
}
