import Synchronization

/// A counter without a lock: each access to the count is a single atomic step.
///
/// No count is lost, and no task ever waits for another.
///
///     let crates = AtomicCounter()
///     let number = crates.increment()                     // 1
///     await crates.update { count in await halve(count) } // 0
public final class AtomicCounter: Sendable {
  // TODO(2.3): How do you write a result only if it was made from the current count?

  /// Creates a counter with a count of zero.
  public init() {}

  /// The current count.
  public var value: Int { 0 }

  /// Counts one more.
  ///
  /// - Returns: The count, including this one, so that no two calls return the same number.
  @discardableResult
  public func increment() -> Int {
    0
  }

  /// Replaces the count with the result of `change`, which may take a while.
  ///
  /// If the count is no longer what `change` got, the result is out of date: `change` is called
  /// again, with the current count, as often as necessary. Cancellation does not end an update.
  ///
  /// - Parameter change: Gets the count and returns the new count.
  public func update(_ change: (Int) async -> Int) async {}
}
