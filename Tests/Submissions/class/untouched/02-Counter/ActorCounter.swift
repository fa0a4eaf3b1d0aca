/// A counter that is an actor: one task at a time is inside.
///
/// No count is lost, neither by counting nor on the way from one counter to another.
///
///     let crane = ActorCounter()
///     let number = await crane.increment()   // 1
///     await crane.move(to: warehouse)        // the crane has 0 now, the warehouse 1 more
public actor ActorCounter {
  // TODO(2.2): What keeps the count, and what may have happened to it after an `await`?

  /// What has been counted up to now.
  public var value: Int { 0 }

  /// Makes a counter that stands at zero.
  public init() {}

  /// Counts one more.
  ///
  /// - Returns: The count with this one, so that no two calls return the same number.
  @discardableResult
  public func increment() -> Int {
    0
  }

  /// Adds an amount.
  ///
  /// - Parameter amount: How much to add.
  public func add(_ amount: Int) {}

  /// Moves the whole count to another counter, while others go on counting in both.
  ///
  /// - Parameter other: Gets what this one has; may be this one.
  public func move(to other: ActorCounter) async {}
}
