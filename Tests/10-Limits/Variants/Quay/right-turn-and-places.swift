// right: two channels: only the ship whose turn it is takes places, one by one

internal import Channels

/// A semaphore that hands out several permits at once: a quay with places for ships.
public final class Quay: Sendable {
  private let turn = Channel<Void>(capacity: 1)
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
    guard await turn.send(()) else { throw CancellationError() }
    defer { _ = turn.tryReceive() }
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
