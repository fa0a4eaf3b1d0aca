// wrong: one wait group for all rounds, added to again by the first ship that leaves
// rejected by: rounds stay apart as deadlocked

import Channels
import Synchronization

/// A meeting point at sea.
public final class Barrier: Sendable {
  private let ships: Int
  private let group = WaitGroup()
  private let left = Mutex(0)

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {
    self.ships = ships
    group.add(ships)
  }

  /// Arrives, and waits until enough ships have arrived in this round.
  public func meet() async {
    group.done()
    await group.wait()
    let isFirst = left.withLock { left in
      defer { left = (left + 1) % ships }
      return left == 0
    }
    if isFirst { group.add(ships) }
  }
}
