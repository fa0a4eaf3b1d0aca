public import Channels

/// Receives from `crates`, but waits no longer than `limit`.
///
/// Returns as soon as the outcome is clear: when a crate arrives, when the limit has passed, when
/// the channel is closed and empty, or when the caller is cancelled, before the call or during it.
/// If several of these happen at the same moment, any of them may decide. A crate that the call
/// does not return is not taken: another task can receive it later, even if it arrives at the
/// moment when the limit passes. Nothing that you start outlives the call.
///
///     await receive(from: crates, within: .milliseconds(500))   // nil after half a second of nothing
///
/// - Parameters:
///   - crates: The channel on which crates arrive.
///   - limit: The longest time to wait; more than zero.
/// - Returns: The crate that was taken, or `nil`.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  // One task waits for both and takes exactly one: either a crate is received or the time is up,
  // never both. Neither a timer nor a receiver is left behind. In Go: `time.After(limit)`.
  await select {
    Receive(from: crates)
    After(limit) { nil }
  }
}
