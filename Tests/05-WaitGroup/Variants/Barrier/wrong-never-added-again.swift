// wrong: a wait group that is not added to for the second round
// rejected by: rounds stay apart as wrong

import Channels

/// A meeting point at sea.
public final class Barrier: Sendable {
  private let group = WaitGroup()

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {
    group.add(ships)
  }

  /// Arrives, and waits until enough ships have arrived in this round.
  public func meet() async {
    group.done()
    await group.wait()
  }
}
