// wrong: every ship takes one place, however many it needs
// rejected by: ships moor in the order in which they come, each as soon as it fits as wrong

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
    guard await taken.send(()) else { throw CancellationError() }
  }

  /// Gives places back, and lets the ships that wait moor while they fit.
  ///
  /// - Parameter places: How many places come free.
  public func leave(freeing places: Int = 1) async {
    _ = taken.tryReceive()
  }
}
