import Synchronization

/// A counter that any number of tasks may use at the same time.
///
/// No count is lost: every `increment()` adds one, and every `add(_:)` adds what it was told to.
///
///     let crates = LockedCounter()
///     crates.increment()
///     await crates.add { await weigh("Gull") }   // 1 more, and what the Gull weighs
public final class LockedCounter: Sendable {
  // TODO(2.1): Where does the count live, so that one task at a time can touch it?

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { 0 }

  /// Counts one more.
  public func increment() {}

  /// Asks `amount` for a number, which may take a while, and adds it.
  ///
  /// Other tasks go on counting, reading and asking in the meantime; each amount is asked for once.
  ///
  /// - Parameter amount: Finds out how much to add.
  public func add(_ amount: () async -> Int) async {}
}
