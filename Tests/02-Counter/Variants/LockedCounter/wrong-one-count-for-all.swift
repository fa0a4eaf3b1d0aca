// wrong: all counters share one count
// rejected by: every increment is counted as wrong
import Synchronization

/// A variant of 2.1.
public final class LockedCounter: Sendable {
  private static let count = Mutex(0)

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { Self.count.withLock { $0 } }

  /// Counts one more.
  public func increment() {
    Self.count.withLock { $0 += 1 }
  }

  /// Adds what `amount` says.
  public func add(_ amount: () async -> Int) async {
    let a = await amount()
    Self.count.withLock { $0 += a }
  }
}
