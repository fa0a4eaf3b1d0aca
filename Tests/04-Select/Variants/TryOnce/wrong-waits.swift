// wrong: a select without a default waits until something is possible
// rejected by: if neither is possible it returns at once as deadlocked
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
  await select {
    Receive(from: arrivals) { .received($0 ?? "") }
    Send(crate, to: departures) { .sent }
  }
}
