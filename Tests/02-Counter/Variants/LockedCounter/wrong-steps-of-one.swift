// wrong: counts up to the amount in steps of one, so that nothing can be taken away
// rejected by: nothing is lost while an amount is awaited as wrong
import Synchronization

/// A variant of 2.1.
public final class LockedCounter: Sendable {
  private let count = Mutex(0)

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { count.withLock { $0 } }

  /// Counts one more.
  public func increment() {
    count.withLock { $0 += 1 }
  }

  /// Adds what `amount` says.
  public func add(_ amount: () async -> Int) async {
    let a = await amount()
    for _ in 0..<max(a, 0) { increment() }
  }
}
