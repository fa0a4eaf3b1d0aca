// wrong: looks for a crate, and then receives, even if another task has taken it in between
// rejected by: attempts that come together do not wait for each other as deadlocked
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
  if arrivals.count > 0 {
    // A crate is there, so this does not wait.
    guard let arrived = await arrivals.receive() else { return .neither }
    return .received(arrived)
  }
  // Without a buffer, or closed: perhaps a sender waits.
  if case .element(let arrived) = arrivals.tryReceive() { return .received(arrived) }
  return departures.trySend(crate) ? .sent : .neither
}
