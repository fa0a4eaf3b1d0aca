// right: an actor inside; the last ship does not wait

/// A meeting point at sea.
public final class Barrier: Sendable {
  private let desk: Desk

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {
    desk = Desk(ships: ships)
  }

  /// Arrives, and waits until enough ships have arrived in this round.
  public func meet() async {
    await desk.meet()
  }
}

private actor Desk {
  private let ships: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(ships: Int) { self.ships = ships }

  func meet() async {
    if waiting.count + 1 < ships {
      await withCheckedContinuation { waiting.append($0) }
    } else {
      let released = waiting
      waiting = []
      for continuation in released { continuation.resume() }
    }
  }
}
