public import Channels

/// Receives from `crates`, but waits no longer than `limit`.
///
/// Returns as soon as it is clear how it ends: when a crate comes, when the limit has passed, when
/// the channel is closed, or when the caller is cancelled. A crate that it does not return is not
/// taken, and another task can receive it later, even if it comes in the moment in which the limit
/// passes. Nothing that you start outlives the call.
///
///     await receive(from: crates, within: .milliseconds(500))   // nil after half a second of nothing
///
/// - Parameters:
///   - crates: Where crates arrive.
///   - limit: How long to wait at most.
/// - Returns: The crate; `nil` when the limit has passed, the channel is closed, or the caller was
///   cancelled.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  // TODO(9.1): Two things may happen first. How do you wait for both, and stop waiting for the other?
  return nil
}
