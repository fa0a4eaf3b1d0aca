// right: the rules are a struct, the actor only guards it

/// A counter that is an actor: one task at a time is inside.
public actor ActorCounter {
  /// What has been counted up to now.
  public var value: Int { state.count }

  /// Makes a counter that stands at zero.
  public init() {}

  /// Counts one more.
  ///
  /// - Returns: The count with this one: calls at the same time return different numbers.
  @discardableResult
  public func increment() -> Int {
    state.count += 1
    return state.count
  }

  /// Adds an amount.
  ///
  /// - Parameter amount: How much to add.
  public func add(_ amount: Int) {
    state.count += amount
  }

  /// Moves the whole count to another counter, while others go on counting in both.
  ///
  /// - Parameter other: Gets what this one has; may be this one.
  public func move(to other: ActorCounter) async {
    await other.add(state.take())
  }

  private var state = State()

  private struct State {
    var count = 0

    mutating func take() -> Int {
      let taken = count
      count = 0
      return taken
    }
  }
}
