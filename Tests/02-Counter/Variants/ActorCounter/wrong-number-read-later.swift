// wrong: counts in a task of its own, and returns whatever the count is by then
// rejected by: each increment has a number of its own as wrong

/// A counter that is an actor: one task at a time is inside.
public actor ActorCounter {
  /// What has been counted up to now.
  public private(set) var value = 0

  /// Makes a counter that stands at zero.
  public init() {}

  /// Counts one more.
  ///
  /// - Returns: The count with this one: calls at the same time return different numbers.
  @discardableResult
  public func increment() -> Int {
    Task { self.add(1) }
    return value + 1
  }

  /// Adds an amount.
  ///
  /// - Parameter amount: How much to add.
  public func add(_ amount: Int) {
    value += amount
  }

  /// Moves the whole count to another counter, while others go on counting in both.
  ///
  /// - Parameter other: Gets what this one has; may be this one.
  public func move(to other: ActorCounter) async {
    let amount = value
    value = 0
    await other.add(amount)
  }
}
