// wrong: the queue may change between the look for a ship and the step that removes it
// rejected by: a cancelled ship gives up at once, and takes no place as crashed

import Synchronization

/// A semaphore that hands out several permits at once: a quay with places for ships.
///
/// A ship needs one or more places, all of them at the same time. First come, first served: while a
/// ship waits, no later ship moors, not even one that would fit.
///
///     let quay = Quay(places: 4)
///     try await quay.moor(taking: 3)
///     // A ship that needs 2 places waits now, and so does each one that comes after it.
///     await quay.leave(freeing: 3)   // now the waiting ships moor, in their order, while they fit
///
/// Any number of tasks may use a quay at the same time. The methods are `async`, so that you may
/// use an actor inside. `Quay` itself stays a class.
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

    /// Takes the ships out of the queue that can moor now; only the first one may, if it fits.
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
  /// - Parameter places: How many places there are; at least one.
  public init(places: Int) {
    state = Mutex(State(free: places))
  }

  /// Waits until the ship can moor, and takes its places.
  ///
  /// Returns at once if no ship waits and there are enough free places. Otherwise the ship waits in
  /// the queue, and moors as soon as it is first in the queue and enough places are free.
  ///
  /// - Parameter places: How many places the ship needs: at least one, at most as many as the quay
  ///   has.
  /// - Throws: `CancellationError`, at once, if the task is cancelled while the ship waits, or was
  ///   cancelled before and the ship would have to wait. If it need not wait, or its places become
  ///   free at the moment of the cancellation, `moor` may take them and return, or throw. Whenever
  ///   it throws, the ship takes no place and leaves the queue, and ships behind it that fit now moor
  ///   at once.
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

  /// Gives places back, and lets the waiting ships moor while they fit.
  ///
  /// Returns at once, even in a cancelled task.
  ///
  /// - Parameter places: How many places become free: all places of a ship, some of them, or places
  ///   of several ships; never more than are taken.
  public func leave(freeing places: Int = 1) async {
    let ships = state.withLock { state in
      state.free += places
      return state.mooring()
    }
    for ship in ships { ship.continuation.resume() }
  }

  /// Ends the wait of a cancelled ship, unless it has its places already.
  private func giveUp(_ number: Int) {
    guard
      let index = state.withLock({ $0.queue.firstIndex(where: { $0.number == number }) })
    else { return }
    let (cancelled, ships) = state.withLock { state -> (Ship?, [Ship]) in
      let cancelled = state.queue.remove(at: index)
      return (cancelled, state.mooring())
    }
    cancelled?.continuation.resume(throwing: CancellationError())
    for ship in ships { ship.continuation.resume() }
  }
}
