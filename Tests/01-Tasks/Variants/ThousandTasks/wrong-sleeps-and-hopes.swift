// wrong: waits two seconds, as the Go notes do
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

/// Starts `count` tasks at once and takes a census.
public func takeCensus(
  of count: Int, alive: @Sendable () -> Int, work: @escaping @Sendable (Int) async -> Void
) async -> Census {
  let before = alive()
  for number in 1...count {
    Task { await work(number) }
  }
  let launched = alive()
  try? await Task.sleep(for: .seconds(2))
  return Census(before: before, launched: launched, after: alive())
}
