// right: asks until the count is still what it was
import Synchronization

/// A counter that any number of tasks may use at the same time.
public final class LockedCounter: Sendable {
  private let count = Atomic(0)

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { count.load(ordering: .relaxed) }

  /// Counts one more.
  public func increment() {
    count.add(1, ordering: .relaxed)
  }

  /// Asks `amount` for a number and adds it.
  public func add(_ amount: () async -> Int) async {
    let amount = await amount()
    var seen = count.load(ordering: .relaxed)
    while true {
      let (exchanged, original) = count.compareExchange(
        expected: seen, desired: seen + amount, ordering: .relaxed)
      if exchanged { return }
      seen = original
    }
  }
}
