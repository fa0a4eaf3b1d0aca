// right: a lock beside what it guards, as in Go
import Foundation

/// A counter that any number of tasks may use at the same time.
public final class LockedCounter: Sendable {
  private let lock = NSLock()
  // Read and written under `lock` only.
  nonisolated(unsafe) private var count = 0

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
    lock.withLock { count += amount }
  }
}
