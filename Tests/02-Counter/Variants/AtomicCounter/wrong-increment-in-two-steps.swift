// wrong: reads the count and writes it in a second step, between which others count
// rejected by: each increment has a number of its own as wrong
import Synchronization

/// A variant of 2.3.
public final class AtomicCounter: Sendable {
  private let count = Atomic(0)

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { count.load(ordering: .relaxed) }

  /// Counts one more.
  @discardableResult
  public func increment() -> Int {
    let number = value + 1
    count.store(number, ordering: .relaxed)
    return number
  }

  /// Replaces the count by what `change` makes of it.
  public func update(_ change: (Int) async -> Int) async {
    while true {
      let old = value
      let new = await change(old)
      if count.compareExchange(expected: old, desired: new, ordering: .relaxed).exchanged { return }
    }
  }
}
