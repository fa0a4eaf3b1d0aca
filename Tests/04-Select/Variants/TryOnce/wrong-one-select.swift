// wrong: one select with both cases, which chooses at random if both are ready
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
  await select {
    Receive(from: arrivals) { arrived in
      if let arrived { .received(arrived) } else { departures.trySend(crate) ? .sent : .neither }
    }
    Send(crate, to: departures) { .sent }
    Default { .neither }
  }
}
