// wrong: no lock, and the compiler is told not to look
// rejected by: every increment is counted as race

/// A counter that any number of tasks may use at the same time.
public final class LockedCounter: Sendable {
  nonisolated(unsafe) private var count = 0

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { count }

  /// Counts one more.
  public func increment() {
    count += 1
  }

  /// Asks `amount` for a number and adds it.
  public func add(_ amount: () async -> Int) async {
    let amount = await amount()
    count += amount
  }
}
