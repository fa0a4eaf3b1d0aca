// wrong: wakes a ship to look again, so that a newcomer can be quicker
// rejected by: a later ship never passes one that waits as wrong

internal import Synchronization

/// A semaphore that hands out several permits at once: a quay with places for ships.
public final class Quay: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
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
    while true {
      let hasPlaces = state.withLock { state in
        guard state.free >= places else { return false }
        state.free -= places
        return true
      }
      if hasPlaces { return }
      try Task.checkCancellation()
      await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          state.withLock { $0.waiting.append(continuation) }
          if Task.isCancelled { wakeAll() }
        }
      } onCancel: {
        wakeAll()
      }
    }
  }

  /// Gives places back, and lets the ships that wait moor while they fit.
  ///
  /// - Parameter places: How many places come free.
  public func leave(freeing places: Int = 1) async {
    state.withLock { $0.free += places }
    wakeAll()
  }

  private func wakeAll() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}
