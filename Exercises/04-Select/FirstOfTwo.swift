public import Channels

/// Waits for news from two lookouts and returns the message that comes first.
///
/// Returns as soon as there is a message on either channel. If both have one already, it returns
/// either of them. It takes exactly one message, which may be empty. Every other message stays on
/// its channel for another receiver, even if it comes at the same moment.
///
/// Once the caller is cancelled, the call does not wait any longer: without a message, it returns
/// `nil` at once. A message that comes at that moment is either returned or left on its channel.
/// Neither channel is closed in this exercise. Nothing that you start outlives the call.
///
///     // The west lookout reports "fog" after 3 s, the east lookout "sail" after 9 s.
///     await firstNews(east, west)   // "fog", after 3 s; "sail" can still be received later
///
/// - Parameters:
///   - east: Where one lookout sends.
///   - west: Where the other lookout sends.
/// - Returns: The first message; `nil` only when the caller was cancelled.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  // TODO(4.1): How do you wait for two channels at once, and take from only one of them?
  return nil
}
