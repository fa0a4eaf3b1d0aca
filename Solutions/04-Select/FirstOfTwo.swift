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
  // One task waits on both channels, and the choice is atomic: it receives from one of them and
  // leaves the other as it was. Two tasks with a receive each look right until both lookouts have
  // news: each task takes a message, and one of the two is lost. In Go: `select` with two cases.
  await select {
    Receive(from: east)
    Receive(from: west)
  }
}
