// wrong: waits in the queue of arrivals for a moment, where another attempt finds it
// rejected by: if neither is possible it returns at once as wrong
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
  let arrived: String? = await select {
    Receive(from: arrivals)
    After(.zero) { nil }
  }
  if let arrived { return .received(arrived) }
  return departures.trySend(crate) ? .sent : .neither
}
