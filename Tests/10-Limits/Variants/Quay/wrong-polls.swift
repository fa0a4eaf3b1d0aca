// wrong: looks every 10 ms whether there are places
// rejected by: ships moor in the order in which they come, each as soon as it fits as wrong

internal import Synchronization

/// A semaphore that hands out several permits at once: a quay with places for ships.
public final class Quay: Sendable {
  private let free: Mutex<Int>

  /// Makes a quay where every place is free.
  ///
  /// - Parameter places: How many places there are.
  public init(places: Int) {
    free = Mutex(places)
  }

  /// Waits until the ship can moor, and takes its places.
  ///
  /// - Parameter places: How many places the ship needs.
  /// - Throws: `CancellationError` if the task is cancelled.
  public func moor(taking places: Int = 1) async throws {
    while true {
      let hasPlaces = free.withLock { free in
        guard free >= places else { return false }
        free -= places
        return true
      }
      if hasPlaces { return }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Gives places back, and lets the ships that wait moor while they fit.
  ///
  /// - Parameter places: How many places come free.
  public func leave(freeing places: Int = 1) async {
    free.withLock { $0 += places }
  }
}
