// wrong: looks for room, and then sends, even if another task has taken the room in between
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
  if case .element(let arrived) = arrivals.tryReceive() { return .received(arrived) }
  if departures.count < departures.capacity {
    // There is room, so this send does not wait.
    await departures.send(crate)
    return .sent
  }
  // Without a buffer: perhaps someone waits.
  return departures.trySend(crate) ? .sent : .neither
}
