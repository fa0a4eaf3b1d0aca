// right: an actor that makes the attempt
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
  await Trader().trade(crate, arrivals, departures)
}

private actor Trader {
  func trade(
    _ crate: String, _ arrivals: Channel<String>, _ departures: Channel<String>
  ) -> Attempt {
    if case .element(let arrived) = arrivals.tryReceive() { return .received(arrived) }
    return departures.trySend(crate) ? .sent : .neither
  }
}
