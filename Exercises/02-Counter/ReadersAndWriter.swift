/// Lets many readers in at the same time, or one writer alone.
///
/// A writer waits until the tasks inside have left. No task, reader or writer, goes in before one
/// that came earlier, but readers that come one after the other go in together. So readers that
/// keep coming never keep a writer out.
///
///     let chart = ReadersAndWriter()
///     let depth = await chart.read { await sounding() }
///     await chart.write { await redraw(depth) }
public final class ReadersAndWriter: Sendable {
  // TODO(2.5): Who is inside, who waits, and who lets the next ones in?

  /// Creates one with no task inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  ///
  /// Waits for its turn; cancellation does not end the wait.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    await body()
  }

  /// Runs `body` as a writer: no other task is inside.
  ///
  /// Waits for its turn; cancellation does not end the wait.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func write<Result>(_ body: () async -> Result) async -> Result {
    await body()
  }
}
