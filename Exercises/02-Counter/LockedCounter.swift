import Synchronization

/// A counter that any number of tasks may use at the same time.
///
/// No count is lost: every `increment()` adds one, and every `add(_:)` adds its amount.
///
///     let crates = LockedCounter()
///     crates.increment()
///     await crates.add { await weigh("Gull") }   // 1 more, and what the Gull weighs
public final class LockedCounter: Sendable {
  // TODO(2.1): Where does the count live, so that only one task at a time can touch it?

  /// Creates a counter with a count of zero.
  public init() {}

  /// The current count.
  public var value: Int { 0 }

  /// Counts one more.
  public func increment() {}

  /// Calls `amount`, which may take a while, and adds the number that it returns.
  ///
  /// Other tasks go on counting, reading and adding in the meantime; each `amount` is called once.
  /// Cancellation changes nothing.
  ///
  /// - Parameter amount: Finds out how much to add.
  public func add(_ amount: () async -> Int) async {}
}
