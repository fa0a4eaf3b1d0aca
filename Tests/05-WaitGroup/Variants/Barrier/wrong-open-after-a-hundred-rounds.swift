// wrong: has a wait group for each of a hundred rounds, and none for those after them
// rejected by: rounds stay apart as wrong

import Channels
import Synchronization

public final class Barrier: Sendable {
  private let ships: Int
  private let rounds: [WaitGroup]
  private let arrived = Mutex(0)

  public init(ships: Int) {
    self.ships = ships
    rounds = (1...100).map { _ in
      let round = WaitGroup()
      round.add(ships)
      return round
    }
  }

  public func meet() async {
    let number = arrived.withLock { arrived in
      arrived += 1
      return (arrived - 1) / ships
    }
    guard number < rounds.count else { return }
    rounds[number].done()
    await rounds[number].wait()
  }
}
