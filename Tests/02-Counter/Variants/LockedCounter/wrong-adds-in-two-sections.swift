// wrong: the amount is added to what was read in a critical section before
// rejected by: nothing is lost while an amount is awaited as wrong
import Synchronization

/// A counter that any number of tasks may use at the same time.
///
/// No count is lost: every `increment()` adds one, and every `add(_:)` adds what it was told to.
///
///     let crates = LockedCounter()
///     crates.increment()
///     await crates.add { await weigh("Gull") }   // 1 more, and what the Gull weighs
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

  /// Asks `amount` for a number, which may take a while, and adds it.
  ///
  /// Other tasks go on counting, reading and asking meanwhile.
  ///
  /// - Parameter amount: Finds out how much to add.
  public func add(_ amount: () async -> Int) async {
    let amount = await amount()

    let old = value
    count.withLock { $0 = old + amount }
  }
}
