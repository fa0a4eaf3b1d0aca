import Synchronization

/// A counter without a lock: it is read, changed and compared by single instructions.
///
/// No count is lost, and nobody ever waits for anybody.
///
///     let crates = AtomicCounter()
///     let number = crates.increment()                     // 1
///     await crates.update { count in await halve(count) } // 0
public final class AtomicCounter: Sendable {
  // TODO(2.3): How do you write a result only if the count is still the one it was made from?

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { 0 }

  /// Counts one more.
  ///
  /// - Returns: The count with this one, so that no two calls return the same number.
  @discardableResult
  public func increment() -> Int {
    0
  }

  /// Replaces the count by what `change` makes of it, which may take a while.
  ///
  /// If the count is another one when `change` is done, the result is out of date: `change` is asked
  /// again, with the count as it is now, as often as necessary.
  ///
  /// - Parameter change: Gets the count and returns the new one.
  public func update(_ change: (Int) async -> Int) async {}
}
