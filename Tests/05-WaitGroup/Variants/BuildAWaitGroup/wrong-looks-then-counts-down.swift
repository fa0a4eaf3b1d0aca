// wrong: looks under the lock whether enough is left, and subtracts in a second section
// rejected by: it never goes below zero as wrong
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
    guard state.withLock({ $0.count + count >= 0 }) else { throw NegativeTally() }
    let waiters = state.withLock { state in
      state.count += count
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
