// wrong: a task that is cancelled already adds nothing
// rejected by: cancelling does not end a wait as wrong
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
  public func add(_ count: Int = 1) async throws {
    if Task.isCancelled { return }
    try change(count)
  }

  /// Says that one thing is done.
  public func done() async throws {
    try change(-1)
  }

  private func change(_ count: Int) throws {
    let released = try state.withLock { state in
      guard state.count + count >= 0 else { throw NegativeTally() }
      state.count += count
      guard state.count == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in released { continuation.resume() }
  }

  /// Waits until the tally is zero.
  public func wait() async {
    await withCheckedContinuation { continuation in
      let isZero = state.withLock { state in
        if state.count > 0 { state.waiting.append(continuation) }
        return state.count == 0
      }
      if isZero { continuation.resume() }
    }
  }
}
