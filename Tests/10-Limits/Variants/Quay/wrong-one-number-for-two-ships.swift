// wrong: counts and reads the number in two sections, so that two ships may get the same one
// rejected by: a cancelled ship gives up at once, and takes no place as wrong
import Synchronization

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

  public init(places: Int) {
    state = Mutex(State(free: places))
  }

  public func moor(taking places: Int = 1) async throws {
    state.withLock { $0.lastNumber += 1 }
    let number = state.withLock { $0.lastNumber }
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
      let cancelled = state.queue.remove(at: index)
      return (cancelled, state.mooring())
    }
    cancelled?.continuation.resume(throwing: CancellationError())
    for ship in ships { ship.continuation.resume() }
  }
}
