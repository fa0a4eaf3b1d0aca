// wrong: a task of its own fills a channel until the bucket is released
// rejected by: a full bucket gets no tokens ahead of time as wrong

internal import Channels

/// A limit on the rate of something: short bursts are fine, but not for long.
public final class TokenBucket: Sendable {
  private let tokens: Channel<Void>
  private let filling: Task<Void, any Error>

  /// Makes a full bucket.
  ///
  /// - Parameters:
  ///   - capacity: How many tokens the bucket holds.
  ///   - interval: The time in which one new token comes.
  public init(capacity: Int, every interval: Duration) {
    let tokens = Channel<Void>(capacity: capacity)
    for _ in 0..<capacity { _ = tokens.trySend(()) }
    self.tokens = tokens
    filling = Task {
      while true {
        try await Task.sleep(for: interval)
        _ = tokens.trySend(())
      }
    }
  }

  deinit { filling.cancel() }

  /// Takes a token, and waits for one if there is none.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  public func take() async throws {
    if await tokens.receive() == nil { throw CancellationError() }
  }
}
