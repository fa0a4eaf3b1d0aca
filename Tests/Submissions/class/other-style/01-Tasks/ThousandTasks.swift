// right: a group that keeps no results, filled and counted inside

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
  var census = Census(before: alive(), launched: 0, after: 0)
  await withDiscardingTaskGroup { group in
    for number in 1...count {
      group.addTask { await work(number) }
    }
    census.launched = alive()
  }
  census.after = alive()
  return census
}
