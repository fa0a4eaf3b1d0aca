// right: one permit for each reader that fits, in a channel; a writer collects all of them
import Channels

/// Lets many readers in at the same time, or one writer alone.
public final class ReadersAndWriter: Sendable {
  private let permits = Channel<Void>(capacity: 200)
  private let turnstile = Channel<Void>(capacity: 1)

  /// Makes one with nobody inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  ///
  /// Waits for its turn; being cancelled does not end that.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    await Task { _ = await turnstile.send(()) }.value
    await Task { _ = await permits.send(()) }.value
    await Task { _ = await turnstile.receive() }.value
    let result = await body()
    await Task { _ = await permits.receive() }.value
    return result
  }

  /// Runs `body` as a writer: nobody else is inside.
  ///
  /// Waits for its turn; being cancelled does not end that.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func write<Result>(_ body: () async -> Result) async -> Result {
    await Task { _ = await turnstile.send(()) }.value
    await Task { for _ in 1...200 { await permits.send(()) } }.value
    let result = await body()
    await Task {
      for _ in 1...200 { _ = await permits.receive() }
      _ = await turnstile.receive()
    }.value
    return result
  }
}
