// wrong: locks to count, and adds without the lock
// rejected by: nothing is lost while an amount is awaited as race
import Foundation

/// A counter that any number of tasks may use at the same time.
public final class LockedCounter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { lock.withLock { count } }

  /// Counts one more.
  public func increment() {
    lock.withLock { count += 1 }
  }

  /// Asks `amount` for a number and adds it.
  public func add(_ amount: () async -> Int) async {
    let amount = await amount()
    count += amount
  }
}
