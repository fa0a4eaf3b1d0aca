// wrong: waits a moment instead of not at all
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
  if case .element(let arrived) = arrivals.tryReceive() { return .received(arrived) }
  return await select {
    Send(crate, to: departures) { .sent }
    After(.milliseconds(1)) { .neither }
  }
}
