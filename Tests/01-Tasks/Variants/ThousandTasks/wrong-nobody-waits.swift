// wrong: starts all of them and leaves, so that they outlive the call
// rejected by: none is left at the end as wrong
/// How many tasks there were at three moments.
public struct Census: Sendable {
  /// Before anything was started.
  public var before: Int

  /// When all tasks had been started.
  public var launched: Int

  /// When it was over.
  public var after: Int

  /// Notes three numbers.
  public init(before: Int, launched: Int, after: Int) {
    self.before = before
    self.launched = launched
    self.after = after
  }
}

/// A variant of 1.5.
public func takeCensus(
  of count: Int, alive: @Sendable () -> Int, work: @escaping @Sendable (Int) async -> Void
) async -> Census {
  let before = alive()
  for number in 1...count { Task { await work(number) } }
  let launched = alive()
  return Census(before: before, launched: launched, after: before)
}
