/// A counter that is an actor: one task at a time is inside.
///
/// No count is lost, either while counting or on the way from one counter to another.
///
///     let crane = ActorCounter()
///     let number = await crane.increment()   // 1
///     await crane.move(to: warehouse)        // the crane has 0 now, the warehouse 1 more
public actor ActorCounter {
  // TODO(2.2): What keeps the count, and what may have happened to it after an `await`?

  /// The current count.
  public var value: Int { 0 }

  /// Creates a counter with a count of zero.
  public init() {}

  /// Counts one more.
  ///
  /// - Returns: The count, including this one: calls at the same time return different numbers.
  @discardableResult
  public func increment() -> Int {
    0
  }

  /// Adds an amount.
  ///
  /// - Parameter amount: How much to add.
  public func add(_ amount: Int) {}

  /// Moves the whole count to another counter, while other tasks go on counting in both.
  ///
  /// If the caller is cancelled, the whole count still moves.
  ///
  /// - Parameter other: The counter that gets the count; it may be this counter.
  public func move(to other: ActorCounter) async {}
}
