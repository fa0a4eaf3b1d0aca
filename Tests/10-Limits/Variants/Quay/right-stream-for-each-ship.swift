// right: a stream for each ship; a cancelled ship gives its places back
import Synchronization

public final class Quay: Sendable {
  private let places: Int
  private struct Ship {
    let number: Int
    let places: Int
    let signal: AsyncStream<Void>.Continuation
  }

  private struct State {
    var free: Int
    var lastNumber = 0
    var queue: [Ship] = []

    mutating func admit() -> [Ship] {
      var admitted: [Ship] = []
      while let ship = queue.first, ship.places <= free {
        free -= ship.places
        admitted.append(queue.removeFirst())
      }
      return admitted
    }
  }

  private let state: Mutex<State>

  public init(places: Int) {
    self.places = places
    state = Mutex(State(free: places))
  }

  public func moor(taking places: Int = 1) async throws {
    let (stream, signal) = AsyncStream.makeStream(of: Void.self)
    let number: Int? = state.withLock { state in
      if state.queue.isEmpty, places <= state.free {
        state.free -= places
        return nil
      }
      state.lastNumber += 1
      state.queue.append(Ship(number: state.lastNumber, places: places, signal: signal))
      return state.lastNumber
    }
    guard let number else { return }
    for await _ in stream { return }
    let admitted = state.withLock { state in
      if let index = state.queue.firstIndex(where: { $0.number == number }) {
        state.queue.remove(at: index)
      } else {
        state.free += places
      }
      return state.admit()
    }
    for ship in admitted { ship.signal.yield() }
    throw CancellationError()
  }

  public func leave(freeing places: Int = 1) async {
    let admitted = state.withLock { state in
      state.free += places
      return state.admit()
    }
    for ship in admitted { ship.signal.yield() }
  }
}
