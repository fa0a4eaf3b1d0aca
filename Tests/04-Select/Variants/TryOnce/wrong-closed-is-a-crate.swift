// wrong: takes the nil of a closed channel for a crate without a name
// rejected by: a closed channel has nothing to receive as wrong
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
    Receive(from: arrivals) { arrived in .received(arrived ?? "") }
    Default { departures.trySend(crate) ? .sent : .neither }
  }
}
