// wrong: counts in one step and joins the list in another
// rejected by: rounds stay apart as deadlocked

/// A meeting point at sea.
public final class Barrier: Sendable {
  private let ships: Int
  private let desk = Desk()

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {
    self.ships = ships
  }

  /// Arrives, and waits until enough ships have arrived in this round.
  public func meet() async {
    if await desk.arrive() < ships {
      await desk.join()
    } else {
      await desk.release()
    }
  }
}

private actor Desk {
  private var arrived = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func arrive() -> Int {
    arrived += 1
    return arrived
  }

  func join() async {
    await withCheckedContinuation { waiting.append($0) }
  }

  func release() {
    arrived = 0
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}
