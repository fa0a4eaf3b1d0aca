// wrong: tries once, and drops the update when another was faster
// rejected by: no update is lost as wrong
import Synchronization

/// A counter without a lock.
public final class AtomicCounter: Sendable {
  private let count = Atomic(0)

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { count.load(ordering: .relaxed) }

  /// Counts one more.
  ///
  /// - Returns: The count with this one, so that no two calls return the same number.
  @discardableResult
  public func increment() -> Int {
    count.add(1, ordering: .relaxed).newValue
  }

  /// Replaces the count by what `change` makes of it, which may take a while.
  ///
  /// If another task has changed the count meanwhile, the result is out of date: `change` is asked
  /// again, with the count as it is now.
  ///
  /// - Parameter change: Gets the count and returns the new one.
  public func update(_ change: (Int) async -> Int) async {
    let seen = count.load(ordering: .relaxed)
    let changed = await change(seen)
    _ = count.compareExchange(expected: seen, desired: changed, ordering: .relaxed)
  }
}
