// wrong: without a second ship there is no one to wake the first
// rejected by: one ship does not wait as deadlocked

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
    await withCheckedContinuation { continuation in
      let released = waiting.withLock { waiting in
        if waiting.isEmpty || waiting.count + 1 < ships {
          waiting.append(continuation)
          return [CheckedContinuation<Void, Never>]()
        }
        defer { waiting = [] }
        return waiting + [continuation]
      }
      for continuation in released { continuation.resume() }
    }
  }
}
