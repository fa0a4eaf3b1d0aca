// wrong: asks for the amount inside the lock, which the compiler forbids
// rejected by: counting goes on while an amount is awaited as rejected
import Synchronization

/// A counter that any number of tasks may use at the same time.
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

  /// Asks `amount` for a number and adds it.
  public func add(_ amount: () async -> Int) async {
    await count.withLock { $0 += await amount() }
  }
}
