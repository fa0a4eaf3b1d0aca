/// A counter that is an actor: one task at a time is inside.
///
/// No count is lost, either while counting or on the way from one counter to another.
///
///     let crane = ActorCounter()
///     let number = await crane.increment()   // 1
///     await crane.move(to: warehouse)        // the crane has 0 now, the warehouse 1 more
public actor ActorCounter {
  private var count = 0

  /// The current count.
  public var value: Int { count }

  /// Creates a counter with a count of zero.
  public init() {}

  /// Counts one more.
  ///
  /// - Returns: The count, including this one: calls at the same time return different numbers.
  @discardableResult
  public func increment() -> Int {
    // No `await`, so no other task comes in before the end: it counts and returns in one step.
    count += 1
    return count
  }

  /// Adds an amount.
  ///
  /// - Parameter amount: How much to add.
  public func add(_ amount: Int) {
    count += amount
  }

  /// Moves the whole count to another counter, while other tasks go on counting in both.
  ///
  /// If the caller is cancelled, the whole count still moves.
  ///
  /// - Parameter other: The counter that gets the count; it may be this counter.
  public func move(to other: ActorCounter) async {
    // Take the count out first: to pass it on, this task must wait, and in the meantime other tasks
    // count here. If it were set to 0 only afterwards, their counts would be lost.
    let amount = count
    count = 0
    await other.add(amount)
  }
}
