/// Lets many readers in at the same time, or one writer alone.
///
/// A writer waits until those who are inside have left, and nobody who comes later goes before it. So
/// it is never kept out by readers that keep coming.
///
///     let chart = ReadersAndWriter()
///     let depth = await chart.read { await sounding() }
///     await chart.write { await redraw(depth) }
public final class ReadersAndWriter: Sendable {
  // TODO(2.5): Who is inside, who waits, and who lets the next ones in?

  /// Makes one with nobody inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  ///
  /// Waits for its turn; being cancelled does not end that.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    await body()
  }

  /// Runs `body` as a writer: nobody else is inside.
  ///
  /// Waits for its turn; being cancelled does not end that.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func write<Result>(_ body: () async -> Result) async -> Result {
    await body()
  }
}
