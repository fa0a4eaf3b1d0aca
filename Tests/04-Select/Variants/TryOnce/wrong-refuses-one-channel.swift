// wrong: makes no attempt when both are one channel
// rejected by: arrivals and departures may be one channel as wrong

public import Channels

/// What came of one attempt to trade.
public enum Attempt: Sendable, Equatable {
  /// A crate was there, and was taken.
  case received(String)
  /// No crate was there, and the own crate was handed over.
  case sent
  /// Neither was possible at this moment.
  case neither
}

/// Makes one attempt to trade a crate, and never waits for a crate or for a taker.
public func tryOnce(
  _ crate: String, arrivals: Channel<String>, departures: Channel<String>
) async -> Attempt {
  if arrivals === departures { return .neither }
  if case .element(let arrived) = arrivals.tryReceive() { return .received(arrived) }
  return departures.trySend(crate) ? .sent : .neither
}
