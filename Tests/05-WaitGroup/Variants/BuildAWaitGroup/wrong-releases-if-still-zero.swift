// wrong: releases in a second section, and only if nothing was added since the zero
// rejected by: it releases every task in the moment of zero as wrong
import Channels
import Synchronization

public struct NegativeTally: Error {
  public init() {}
}
public final class Tally: Sendable {
  struct State {
    var count = 0
    var waiters: [CheckedContinuation<Void, Never>] = []
  }
  private let state = Mutex(State())
  public init() {}
  public func add(_ count: Int = 1) async throws {
    let isZero = try state.withLock { state in
      guard state.count + count >= 0 else { throw NegativeTally() }
      state.count += count
      return state.count == 0
    }
    guard isZero else { return }
    let waiters = state.withLock { state in
      guard state.count == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }
  public func done() async throws { try await add(-1) }
  public func wait() async {
    await withCheckedContinuation { waiter in
      let isZero = state.withLock { state in
        if state.count == 0 { return true }
        state.waiters.append(waiter)
        return false
      }
      if isZero { waiter.resume() }
    }
  }
}
