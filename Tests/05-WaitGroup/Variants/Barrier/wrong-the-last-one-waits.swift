// wrong: wakes the others when there are enough, before it joins the list itself
// rejected by: ships sail on when the last has arrived as deadlocked

import Synchronization

/// A meeting point at sea.
public final class Barrier: Sendable {
  private let ships: Int
  private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {
    self.ships = ships
  }

  /// Arrives, and waits until enough ships have arrived in this round.
  public func meet() async {
    let released = waiting.withLock { waiting in
      guard waiting.count == ships - 1 else { return [CheckedContinuation<Void, Never>]() }
      defer { waiting = [] }
      return waiting
    }
    for continuation in released { continuation.resume() }
    await withCheckedContinuation { continuation in
      waiting.withLock { $0.append(continuation) }
    }
  }
}
