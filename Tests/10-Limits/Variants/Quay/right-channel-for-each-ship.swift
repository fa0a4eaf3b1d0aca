// right: a channel for each ship, which is closed when it has its places, as in Go

internal import Channels
internal import Synchronization

/// A semaphore that hands out several permits at once: a quay with places for ships.
public final class Quay: Sendable {
  private struct State {
    var free: Int
    var queue: [(places: Int, ready: Channel<Void>)] = []

    mutating func admit() {
      while let first = queue.first, first.places <= free {
        free -= first.places
        first.ready.close()
        queue.removeFirst()
      }
    }
  }

  private let state: Mutex<State>

  /// Makes a quay where every place is free.
  ///
  /// - Parameter places: How many places there are.
  public init(places: Int) {
    state = Mutex(State(free: places))
  }

  /// Waits until the ship can moor, and takes its places.
  ///
  /// - Parameter places: How many places the ship needs.
  /// - Throws: `CancellationError` if the task is cancelled.
  public func moor(taking places: Int = 1) async throws {
    let ready = Channel<Void>()
    state.withLock { state in
      state.queue.append((places, ready))
      state.admit()
    }
    _ = await ready.receive()
    // `nil` in both cases: look in the queue whether the ship still waits.
    let hasPlaces = state.withLock { state in
      guard let index = state.queue.firstIndex(where: { $0.ready === ready }) else { return true }
      state.queue.remove(at: index)
      state.admit()
      return false
    }
    if !hasPlaces { throw CancellationError() }
  }

  /// Gives places back, and lets the ships that wait moor while they fit.
  ///
  /// - Parameter places: How many places come free.
  public func leave(freeing places: Int = 1) async {
    state.withLock { state in
      state.free += places
      state.admit()
    }
  }
}
