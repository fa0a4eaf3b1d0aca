// wrong: asks for the count, which knows nothing of a sender that waits
// rejected by: a crate that is there is received as wrong
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

/// A variant of 4.3.
public func tryOnce(
  _ crate: String, arrivals: Channel<String>, departures: Channel<String>
) async -> Attempt {
  if arrivals.count > 0, let arrived = await arrivals.receive() { return .received(arrived) }
  return departures.trySend(crate) ? .sent : .neither
}
