// wrong: looks at the count every second, and misses a zero between two looks
// rejected by: a round does not release the next one as wrong

import Synchronization

/// Says that a tally was asked to go below zero.
public struct NegativeTally: Error {
  /// Makes the error.
  public init() {}
}

/// A wait group of your own.
public final class Tally: Sendable {
  private let count = Mutex(0)

  /// Makes a tally of zero.
  public init() {}

  /// Adds things to do.
  ///
  /// - Parameter count: How many.
  /// - Throws: `NegativeTally` if the tally would go below zero.
  public func add(_ count: Int = 1) async throws {
    try self.count.withLock { value in
      guard value + count >= 0 else { throw NegativeTally() }
      value += count
    }
  }

  /// Says that one thing is done.
  ///
  /// - Throws: `NegativeTally` if nothing was left to do.
  public func done() async throws {
    try await add(-1)
  }

  /// Waits until the tally is zero.
  public func wait() async {
    while count.withLock({ $0 > 0 }) { try? await Task.sleep(for: .seconds(1)) }
  }
}
