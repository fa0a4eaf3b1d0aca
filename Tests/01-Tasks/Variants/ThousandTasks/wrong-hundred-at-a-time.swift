// wrong: never more than a hundred at once, and the census is of the last hundred
// rejected by: all are alive when the last is started as wrong

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
  let launched = await withTaskGroup(of: Void.self) { group in
    for number in 1...count {
      if number > 100 { await group.next() }
      group.addTask { await work(number) }
    }
    return alive()
  }
  return Census(before: before, launched: launched, after: alive())
}
