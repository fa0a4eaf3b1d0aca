import Synchronization

/// A counter without a lock: it is read, changed and compared by single instructions.
///
/// No count is lost, and nobody ever waits for anybody.
///
///     let crates = AtomicCounter()
///     let number = crates.increment()                     // 1
///     await crates.update { count in await halve(count) } // 0
public final class AtomicCounter: Sendable {
  // `relaxed`: nothing but the count itself is shared, so no other memory has to be put in order.
  private let count = Atomic(0)

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { count.load(ordering: .relaxed) }

  /// Counts one more.
  ///
  /// - Returns: The count with this one, so that no two calls return the same number.
  @discardableResult
  func incremented() -> Int {
    // One instruction reads, adds and writes. `load` and then `store` would be two, with a gap.
    count.add(1, ordering: .relaxed).newValue
  }

  /// Replaces the count by what `change` makes of it, which may take a while.
  ///
  /// If the count is another one when `change` is done, the result is out of date: `change` is asked
  /// again, with the count as it is now, as often as necessary.
  ///
  /// - Parameter change: Gets the count and returns the new one.
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
