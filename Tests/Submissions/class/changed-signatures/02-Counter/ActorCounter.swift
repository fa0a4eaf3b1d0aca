/// A counter that is an actor: one task at a time is inside.
///
/// No count is lost, neither by counting nor on the way from one counter to another.
///
///     let crane = ActorCounter()
///     let number = await crane.increment()   // 1
///     await crane.move(to: warehouse)        // the crane has 0 now, the warehouse 1 more
public actor ActorCounter {
  private var count = 0

  /// What has been counted up to now.
  public var value: Int { count }

  /// Makes a counter that stands at zero.
  public init() {}

  /// Counts one more.
  ///
  /// - Returns: The count with this one, so that no two calls return the same number.
  @discardableResult
  public func increment() -> Int {
    // No `await`, so nobody is let in before the end: it counts and answers in one go.
    count += 1
    return count
  }

  /// Adds an amount.
  ///
  /// - Parameter amount: How much to add.
  public func add(_ amount: Int) {
    count += amount
  }

  /// Moves the whole count to another counter, while others go on counting in both.
  ///
  /// - Parameter other: Gets what this one has; may be this one.
  public func move(to other: ActorCounter) async {
    // Taken out first: to hand it over means to wait, and while this task waits, others count here.
    // Set to 0 afterwards, the counter would lose what came meanwhile.
    let amount = count
    count = 0
    await other.add(amount)
  }
}
