// wrong: a lock that is held until the amount is known
// rejected by: counting goes on while an amount is awaited as stuck
import Foundation

/// A counter that any number of tasks may use at the same time.
public final class LockedCounter: Sendable {
  private let lock = NSLock()
  // Read and written under `lock` only.
  nonisolated(unsafe) private var count = 0

  private func open() { lock.unlock() }

  private func shut() { lock.lock() }

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
    shut()
    defer { open() }
    count += await amount()
  }
}
