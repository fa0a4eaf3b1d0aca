import Synchronization

/// A counter without a lock: each access to the count is a single atomic step.
///
/// No count is lost, and no task ever waits for another.
///
///     let crates = AtomicCounter()
///     let number = crates.increment()                     // 1
///     await crates.update { count in await halve(count) } // 0
public final class AtomicCounter: Sendable {
  // `relaxed`: nothing but the count itself is shared, so no other memory has to be put in order.
  private let count = Atomic(0)

  /// Creates a counter with a count of zero.
  public init() {}

  /// The current count.
  public var value: Int { count.load(ordering: .relaxed) }

  /// Counts one more.
  ///
  /// - Returns: The count, including this one, so that no two calls return the same number.
  @discardableResult
  public func increment() -> Int {
    // One step reads, adds and writes. `load` and then `store` would be two steps, with a gap.
    count.add(1, ordering: .relaxed).newValue
  }

  /// Replaces the count with the result of `change`, which may take a while.
  ///
  /// If the count is no longer what `change` got, the result is out of date: `change` is called
  /// again, with the current count, as often as necessary. Cancellation does not end an update.
  ///
  /// - Parameter change: Gets the count and returns the new count.
  public func update(_ change: (Int) async -> Int) async {
    var seen = count.load(ordering: .relaxed)
    while true {
      let changed = await change(seen)

      // Writes only if the count is still what `change` has seen, and says what it is.
      let (exchanged, original) = count.compareExchange(
        expected: seen, desired: changed, ordering: .relaxed)
      if exchanged { return }
      seen = original
    }
  }
}
