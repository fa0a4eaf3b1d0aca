public import Channels

/// The result of one attempt to trade.
public enum Attempt: Sendable, Equatable {
  /// A crate was there, and was taken.
  case received(String)
  /// No crate was there, and the caller's crate was sent.
  case sent
  /// Neither was possible at this moment.
  case neither
}

/// Makes one attempt to trade a crate, and never waits for a crate or for a taker.
///
/// If a crate is there on `arrivals`, takes it, and does not send. Otherwise sends `crate` to
/// `departures`, if someone takes it now. Otherwise does neither.
///
/// A crate is there when it is in the buffer, or when a sender is waiting to send it. Someone takes
/// a crate when a receiver waits for it, or when the buffer has room. Nothing can be received from
/// a channel that is closed and empty. `departures` is open. Both may be the same channel.
///
/// Returns at once. A task that is cancelled trades like any other. Nothing that you start outlives
/// the call.
///
///     // No ship is in, and a customer waits for a crate from `departures`.
///     await tryOnce("cork", arrivals: arrivals, departures: departures)   // .sent
///
/// - Parameters:
///   - crate: What to send, if nothing can be received.
///   - arrivals: Where crates may come from.
///   - departures: Where crates may go.
/// - Returns: The result of the attempt.
public func tryOnce(
  _ crate: String, arrivals: Channel<String>, departures: Channel<String>
) async -> Attempt {
  // TODO(4.3): What do you do when there is nothing to receive now, and in which order do you try?
  return .neither
}
