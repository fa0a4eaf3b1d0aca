// wrong: asks for room in the buffer, and misses a receiver that waits
// rejected by: with nothing to receive it sends as wrong
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
  if case .element(let arrived) = arrivals.tryReceive() { return .received(arrived) }
  guard departures.count < departures.capacity else { return .neither }
  await departures.send(crate)
  return .sent
}
