// right: a switch over what was found
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
  switch arrivals.tryReceive() {
  case .element(let arrived): return .received(arrived)
  case .closed, .nothing: break
  }
  guard departures.trySend(crate) else { return .neither }
  return .sent
}
