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
  // One task waits for both, and takes exactly one: a crate is received or the time is over, never
  // both and never half. Neither a timer nor a receiver stays behind. In Go: `time.After(limit)`.
  await select {
    Receive(from: crates)
    After(limit) { nil }
  }
}
