// right: the same with a lock, held for the comparison only
import Synchronization

/// A counter without a lock.
public final class AtomicCounter: Sendable {
  private let count = Mutex(0)

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { count.withLock { $0 } }

  /// Counts one more.
  ///
  /// - Returns: The count with this one, so that no two calls return the same number.
  @discardableResult
  public func increment() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }

  /// Replaces the count by what `change` makes of it, which may take a while.
  ///
  /// If another task has changed the count meanwhile, the result is out of date: `change` is asked
  /// again, with the count as it is now.
  ///
  /// - Parameter change: Gets the count and returns the new one.
  public func update(_ change: (Int) async -> Int) async {
    while true {
      let seen = value
      let changed = await change(seen)
      let isDone = count.withLock { count in
        guard count == seen else { return false }
        count = changed
        return true
      }
      if isDone { return }
    }
  }
}
