// wrong: takes one place after the other, and keeps those it has while others do the same
// rejected by: ships moor in the order in which they come, each as soon as it fits as deadlocked

internal import Channels

/// A semaphore that hands out several permits at once: a quay with places for ships.
public final class Quay: Sendable {
  private let taken: Channel<Void>

  /// Makes a quay where every place is free.
  ///
  /// - Parameter places: How many places there are.
  public init(places: Int) {
    taken = Channel(capacity: places)
  }

  /// Waits until the ship can moor, and takes its places.
  ///
  /// - Parameter places: How many places the ship needs.
  /// - Throws: `CancellationError` if the task is cancelled.
  public func moor(taking places: Int = 1) async throws {
    for had in 0..<places {
      guard await taken.send(()) else {
        for _ in 0..<had { _ = taken.tryReceive() }
        throw CancellationError()
      }
    }
  }

  /// Gives places back, and lets the ships that wait moor while they fit.
  ///
  /// - Parameter places: How many places come free.
  public func leave(freeing places: Int = 1) async {
    for _ in 0..<places { _ = taken.tryReceive() }
  }
}
