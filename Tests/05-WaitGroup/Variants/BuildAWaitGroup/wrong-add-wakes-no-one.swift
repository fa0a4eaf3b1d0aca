// wrong: only `done` wakes, so that a negative `add` leaves tasks waiting
// rejected by: a negative number takes away as wrong

import Synchronization

/// Says that a tally was asked to go below zero.
public struct NegativeTally: Error {
  /// Makes the error.
  public init() {}
}

/// A wait group of your own.
public final class Tally: Sendable {
  private struct State {
    var count = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  /// Makes a tally of zero.
  public init() {}

  /// Adds things to do.
  ///
  /// - Parameter count: How many.
  /// - Throws: `NegativeTally` if the tally would go below zero.
  public func add(_ count: Int = 1) async throws {
    try state.withLock { state in
      guard state.count + count >= 0 else { throw NegativeTally() }
      state.count += count
    }
  }

  /// Says that one thing is done.
  ///
  /// - Throws: `NegativeTally` if nothing was left to do.
  public func done() async throws {
    let released = try state.withLock { state in
      guard state.count > 0 else { throw NegativeTally() }
      state.count -= 1
      guard state.count == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in released { continuation.resume() }
  }

  /// Waits until the tally is zero.
  public func wait() async {
    await withCheckedContinuation { continuation in
      let isDone = state.withLock { state in
        if state.count > 0 { state.waiting.append(continuation) }
        return state.count == 0
      }
      if isDone { continuation.resume() }
    }
  }
}
