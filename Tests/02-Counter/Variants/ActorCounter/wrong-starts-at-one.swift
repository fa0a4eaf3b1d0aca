// wrong: a new counter stands at one
// rejected by: every increment is counted as wrong
/// A variant of 2.2.
public actor ActorCounter {
  /// What has been counted up to now.
  public private(set) var value = 1

  /// Makes a counter that stands at zero.
  public init() {}

  /// Counts one more.
  @discardableResult
  public func increment() -> Int {
    value += 1
    return value
  }

  /// Adds an amount.
  public func add(_ amount: Int) {
    value += amount
  }

  /// Moves the whole count to another counter.
  public func move(to other: ActorCounter) async {
    let amount = value
    value = 0
    await other.add(amount)
  }
}
