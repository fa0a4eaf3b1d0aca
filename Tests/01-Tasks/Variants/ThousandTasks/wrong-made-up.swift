// wrong: returns the numbers that are expected, and starts nothing
// rejected by: every task does its work as wrong

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

/// Starts `count` tasks at once and takes a census.
public func takeCensus(
  of count: Int, alive: @Sendable () -> Int, work: @escaping @Sendable (Int) async -> Void
) async -> Census {
  Census(before: 0, launched: count, after: 0)
}
