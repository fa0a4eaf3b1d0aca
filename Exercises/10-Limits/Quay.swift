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
  private let places: Int

  /// Makes a quay where every place is free.
  ///
  /// - Parameter places: How many places there are; at least one.
  public init(places: Int) {
    self.places = places
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
    // TODO(10.6): A ship is cancelled while others leave: who decides whether it has its places?
  }

  /// Gives places back, and lets the waiting ships moor while they fit.
  ///
  /// Returns at once, even in a cancelled task.
  ///
  /// - Parameter places: How many places become free: all places of a ship, some of them, or places
  ///   of several ships; never more than are taken.
  public func leave(freeing places: Int = 1) async {
  }
}
