// right: raw tasks, awaited one by one

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
  let before = alive()
  let tasks = (1...count).map { number in Task { await work(number) } }
  let launched = alive()
  for task in tasks { await task.value }
  return Census(before: before, launched: launched, after: alive())
}
