// wrong: the last ship wakes one of the others
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
    await withCheckedContinuation { continuation in
      let released = waiting.withLock { waiting in
        guard waiting.count + 1 == ships else {
          waiting.append(continuation)
          return nil as CheckedContinuation<Void, Never>?
        }
        defer { waiting = [] }
        return waiting.first
      }
      if let released {
        released.resume()
        continuation.resume()
      }
    }
  }
}
