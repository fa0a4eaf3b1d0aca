// wrong: waits no longer than a day
// rejected by: it releases every task in the moment of zero as wrong

import Channels
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
    var round = Channel<Void>()
  }

  private let state = Mutex(State())

  /// Makes a tally of zero.
  public init() {}

  /// Adds things to do.
  ///
  /// - Parameter count: How many.
  /// - Throws: `NegativeTally` if the tally would go below zero.
  public func add(_ count: Int = 1) async throws {
    let ended = try state.withLock { state in
      guard state.count + count >= 0 else { throw NegativeTally() }
      let wasZero = state.count == 0
      state.count += count
      if wasZero, count > 0 { state.round = Channel<Void>() }
      return state.count == 0 && !wasZero ? state.round : nil
    }
    ended?.close()
  }

  /// Says that one thing is done.
  ///
  /// - Throws: `NegativeTally` if nothing was left to do.
  public func done() async throws {
    try await add(-1)
  }

  /// Waits until the tally is zero.
  public func wait() async {
    let round = state.withLock { $0.count > 0 ? $0.round : nil }
    guard let round else { return }
    await Task {
      await select {
        Receive(from: round) { _ in }
        After(.seconds(86_400)) {}
      }
    }.value
  }
}
