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

  // What is free and the ships that wait are one state. Taking a ship out of the queue decides what
  // becomes of it: who takes it out resumes it, so no ship is resumed twice or forgotten.
  private struct State {
    var free: Int
    var lastNumber = 0
    var queue: [Ship] = []

    /// Takes the ships out of the queue that can moor now; only the first one may, as long as it fits.
    mutating func mooring() -> [Ship] {
      var ships: [Ship] = []
      while let first = queue.first, first.places <= free {
        // The places are taken here, for the ship, and not by the ship when it wakes: until then a
        // later one could take them.
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
  ///   cancelled before and the ship would have to wait. If the ship does not have to wait, or its
  ///   places become free at the moment of the cancellation, `moor` may take the places and return,
  ///   or throw. Whenever it throws, the ship takes no place and leaves the queue, and ships behind
  ///   it that fit now moor at once.
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
        // If the task was cancelled before, the handler ran too early to find this ship in the queue.
        if Task.isCancelled { giveUp(number) }
      }
      // No look at `Task.isCancelled` here: a ship that has its places and throws would lose them.
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
    // Resumed outside the lock: what is woken here may want the lock at once.
    for ship in ships { ship.continuation.resume() }
  }

  /// Ends the wait of a cancelled ship, unless it has its places already.
  private func giveUp(_ number: Int) {
    let (cancelled, ships) = state.withLock { state in
      guard let index = state.queue.firstIndex(where: { $0.number == number }) else {
        return (Ship?.none, [Ship]())
      }
      let cancelled = state.queue.remove(at: index)
      // The ships behind it may fit now. In Go's `semaphore.Weighted` this line was missing at first.
      return (cancelled, state.mooring())
    }
    cancelled?.continuation.resume(throwing: CancellationError())
    for ship in ships { ship.continuation.resume() }
  }
}
