// wrong: asks in a loop whether the round is full
// rejected by: ships sail on when the last has arrived as stuck

import Synchronization

/// A meeting point at sea.
public final class Barrier: Sendable {
  private let ships: Int
  private let arrivals = Mutex(0)

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {
    self.ships = ships
  }

  /// Arrives, and waits until enough ships have arrived in this round.
  public func meet() async {
    let number = arrivals.withLock { arrivals in
      arrivals += 1
      return arrivals
    }
    let full = (number + ships - 1) / ships * ships
    while arrivals.withLock({ $0 < full }) { await Task.yield() }
  }
}
