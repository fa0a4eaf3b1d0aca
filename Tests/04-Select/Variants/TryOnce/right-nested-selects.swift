// right: two selects, the second in the default case of the first
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
      if let arrived { .received(arrived) } else { await offer(crate, to: departures) }
    }
    Default { await offer(crate, to: departures) }
  }
}

private func offer(_ crate: String, to departures: Channel<String>) async -> Attempt {
  await select {
    Send(crate, to: departures) { .sent }
    Default { .neither }
  }
}
