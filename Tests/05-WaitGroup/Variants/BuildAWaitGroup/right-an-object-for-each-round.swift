// right: each round is an object that stays open once it is over

import Synchronization

/// Says that a tally was asked to go below zero.
public struct NegativeTally: Error {
  /// Makes the error.
  public init() {}
}

/// A wait group of your own: counts what is left to do, and lets tasks wait until nothing is.
public final class Tally: Sendable {
  private struct State {
    var count = 0
    var round = Round()
  }

  private let state = Mutex(State())

  public init() {}

  public func add(_ count: Int = 1) async throws {
    try change(by: count)
  }

  public func done() async throws {
    try change(by: -1)
  }

  public func wait() async {
    let round = state.withLock { $0.count == 0 ? nil : $0.round }
    await round?.end()
  }

  private func change(by difference: Int) throws {
    let over: Round? = try state.withLock { state in
      guard difference >= -state.count else { throw NegativeTally() }
      state.count += difference
      guard state.count == 0 else { return nil }
      let over = state.round
      state.round = Round()
      return over
    }
    over?.finish()
  }
}

/// Something that ends once.
private final class Round: Sendable {
  private enum State {
    case running([CheckedContinuation<Void, Never>])
    case over
  }

  private let state = Mutex(State.running([]))

  func finish() {
    let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      guard case .running(let waiting) = state else { return [] }
      state = .over
      return waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  func end() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        guard case .running(let waiting) = state else { return true }
        state = .running(waiting + [continuation])
        return false
      }
      if isOver { continuation.resume() }
    }
  }
}
