// wrong: sleeps a millisecond before it counts
// rejected by: every task does its work as wrong
/// The number of tasks at three moments.
public struct Census: Sendable {
  /// Before any task was started.
  public var before: Int

  /// When all tasks had been started.
  public var launched: Int

  /// When all tasks had ended.
  public var after: Int

  /// Stores the three numbers.
  public init(before: Int, launched: Int, after: Int) {
    self.before = before
    self.launched = launched
    self.after = after
  }
}

/// Starts `count` tasks at once and takes a census at three moments.
///
/// It counts the tasks before it starts any, when all are started, and when all have ended. It
/// takes as long as the slowest task, and leaves no task behind.
///
///     await takeCensus(of: 30, alive: alive) { number in await fly(number) }
///     // before: 0, launched: 30, after: 0
///
/// - Parameters:
///   - count: How many tasks to start; at least one.
///   - alive: Returns how many tasks there are at this moment, not counting the caller.
///   - work: What each task does; it gets the task's number, from 1.
/// - Returns: The three numbers.
public func takeCensus(
  of count: Int, alive: @Sendable () -> Int, work: @escaping @Sendable (Int) async -> Void
) async -> Census {
  let before = alive()
  let launched = await withTaskGroup(of: Void.self) { group in
    for number in 1...count { group.addTask { await work(number) } }
    try? await Task.sleep(for: .milliseconds(1))  // now all of them are started
    return alive()
  }
  return Census(before: before, launched: launched, after: alive())
}
