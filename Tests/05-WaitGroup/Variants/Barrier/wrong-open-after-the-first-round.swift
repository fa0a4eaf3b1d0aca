// wrong: stays open after the first round
// rejected by: rounds stay apart as wrong
// rejected by: ships fill the rounds in order as wrong

import Synchronization

/// A meeting point at sea.
public final class Barrier: Sendable {
  private struct State {
    var arrived = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let ships: Int
  private let state = Mutex(State())

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {
    self.ships = ships
  }

  /// Arrives, and waits until enough ships have arrived in this round.
  public func meet() async {
    await withCheckedContinuation { continuation in
      let released = state.withLock { state in
        state.arrived += 1
        state.waiting.append(continuation)
        guard state.arrived >= ships else { return [CheckedContinuation<Void, Never>]() }
        defer { state.waiting = [] }
        return state.waiting
      }
      for continuation in released { continuation.resume() }
    }
  }
}
