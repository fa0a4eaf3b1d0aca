// wrong: tries to send before it tries to receive
// rejected by: if both are possible it receives and does not send as wrong
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
  if departures.trySend(crate) { return .sent }
  if case .element(let arrived) = arrivals.tryReceive() { return .received(arrived) }
  return .neither
}
