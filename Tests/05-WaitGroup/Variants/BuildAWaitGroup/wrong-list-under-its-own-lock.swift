// wrong: changes the number under one lock, and takes the list of waiters under another
// rejected by: a round does not release the next one as wrong
import Synchronization

public struct NegativeTally: Error {
  public init() {}
}

/// A variant of 5.5.
public final class Tally: Sendable {
  private let left = Mutex(0)
  private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

  public init() {}

  public func add(_ count: Int = 1) async throws {
    let isZero = try left.withLock { left throws(NegativeTally) in
      guard left + count >= 0 else { throw NegativeTally() }
      left += count
      return left == 0
    }
    guard isZero else { return }
    let released = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    for continuation in released { continuation.resume() }
  }

  public func done() async throws { try await add(-1) }

  public func wait() async {
    await withCheckedContinuation { continuation in
      let isZero = left.withLock { left in
        if left > 0 { waiting.withLock { $0.append(continuation) } }
        return left == 0
      }
      if isZero { continuation.resume() }
    }
  }
}
