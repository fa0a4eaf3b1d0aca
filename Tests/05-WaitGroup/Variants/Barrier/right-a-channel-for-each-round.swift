// right: a channel for each round, closed by the last ship

import Channels
import Synchronization

/// A meeting point at sea.
public final class Barrier: Sendable {
  private struct Round {
    var missing: Int
    var end = Channel<Void>()
  }

  private let ships: Int
  private let round: Mutex<Round>

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {
    self.ships = ships
    round = Mutex(Round(missing: ships))
  }

  /// Arrives, and waits until enough ships have arrived in this round.
  public func meet() async {
    let (end, isLast) = round.withLock { round in
      round.missing -= 1
      let end = round.end
      let isLast = round.missing == 0
      if isLast { round = Round(missing: ships) }
      return (end, isLast)
    }
    if isLast { return end.close() }
    await Task { _ = await end.receive() }.value  // a cancelled receive would end the wait
  }
}
