// right: a wait group for each round

import Channels
import Synchronization

/// A meeting point at sea.
public final class Barrier: Sendable {
  private struct Round {
    var group: WaitGroup
    var missing: Int

    init(_ ships: Int) {
      group = WaitGroup()
      group.add(ships)
      missing = ships
    }
  }

  private let ships: Int
  private let round: Mutex<Round>

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {
    self.ships = ships
    round = Mutex(Round(ships))
  }

  /// Arrives, and waits until enough ships have arrived in this round.
  public func meet() async {
    let group = round.withLock { round in
      let group = round.group
      round.missing -= 1
      if round.missing == 0 { round = Round(ships) }
      return group
    }
    group.done()
    await group.wait()
  }
}
