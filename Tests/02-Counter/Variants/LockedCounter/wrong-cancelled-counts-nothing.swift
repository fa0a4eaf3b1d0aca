// wrong: the amount of a task that was cancelled is not added
// rejected by: each amount is asked for once and added as wrong
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
    if Task.isCancelled { return }
    count.withLock { $0 += a }
  }
}
