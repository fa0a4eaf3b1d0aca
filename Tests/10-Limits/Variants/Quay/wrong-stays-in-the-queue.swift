// wrong: leaves the cancelled ship in the queue
// rejected by: a cancelled ship gives up at once, and takes no place as crashed

internal import Synchronization

/// A semaphore that hands out several permits at once: a quay with places for ships.
public final class Quay: Sendable {
  private struct Ship {
    let number: Int
    let places: Int
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var free: Int
    var lastNumber = 0
    var queue: [Ship] = []

    mutating func mooring() -> [Ship] {
      var ships: [Ship] = []
      while let first = queue.first, first.places <= free {
        free -= first.places
        ships.append(queue.removeFirst())
      }
      return ships
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
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let ships = state.withLock { state in
          state.queue.append(Ship(number: number, places: places, continuation: continuation))
          return state.mooring()
        }
        for ship in ships { ship.continuation.resume() }
        if Task.isCancelled { giveUp(number) }
      }
    } onCancel: {
      giveUp(number)
    }
  }

  /// Gives places back, and lets the ships that wait moor while they fit.
  ///
  /// - Parameter places: How many places come free.
  public func leave(freeing places: Int = 1) async {
    let ships = state.withLock { state in
      state.free += places
      return state.mooring()
    }
    for ship in ships { ship.continuation.resume() }
  }

  private func giveUp(_ number: Int) {
    let (cancelled, ships) = state.withLock { state in
      guard let index = state.queue.firstIndex(where: { $0.number == number }) else {
        return (Ship?.none, [Ship]())
      }
      return (state.queue[index], [])
    }
    cancelled?.continuation.resume(throwing: CancellationError())
    for ship in ships { ship.continuation.resume() }
  }
}
