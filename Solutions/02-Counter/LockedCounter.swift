import Synchronization

/// A counter that any number of tasks may use at the same time.
///
/// No count is lost: every `increment()` adds one, and every `add(_:)` adds its amount.
///
///     let crates = LockedCounter()
///     crates.increment()
///     await crates.add { await weigh("Gull") }   // 1 more, and what the Gull weighs
public final class LockedCounter: Sendable {
  // The count is inside the lock, so `withLock` is the only way to reach it: you cannot forget to
  // lock, or to unlock. That is also why the compiler lets tasks share a counter.
  private let count = Mutex(0)

  /// Creates a counter with a count of zero.
  public init() {}

  /// The current count.
  public var value: Int { count.withLock { $0 } }

  /// Counts one more.
  public func increment() {
    count.withLock { $0 += 1 }
  }

  /// Calls `amount`, which may take a while, and adds the number that it returns.
  ///
  /// Other tasks go on counting, reading and adding in the meantime; each `amount` is called once.
  /// Cancellation changes nothing.
  ///
  /// - Parameter amount: Finds out how much to add.
  public func add(_ amount: () async -> Int) async {
    // The amount is awaited before the lock is taken. A lock held across an `await` would keep all
    // others out for as long as that takes, and block the threads on which they wait.
    let amount = await amount()

    // Read and written under one lock. A `count` that was read before the `await` would be out of
    // date here.
    count.withLock { $0 += amount }
  }
}
