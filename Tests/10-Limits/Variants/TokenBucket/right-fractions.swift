// right: tokens as a fraction, as in Go

internal import Synchronization

/// A limit on the rate of something: short bursts are fine, but not for long.
public final class TokenBucket: Sendable {
  private let capacity: Double
  private let interval: Duration
  private let state: Mutex<(tokens: Double, last: ContinuousClock.Instant)>

  /// Makes a full bucket.
  ///
  /// - Parameters:
  ///   - capacity: How many tokens the bucket holds.
  ///   - interval: The time in which one new token comes.
  public init(capacity: Int, every interval: Duration) {
    self.capacity = Double(capacity)
    self.interval = interval
    state = Mutex((Double(capacity), .now))
  }

  /// Takes a token, and waits for one if there is none.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  public func take() async throws {
    while let pause = takeOrWait() { try await Task.sleep(for: pause) }
  }

  private func takeOrWait() -> Duration? {
    state.withLock { state in
      let now = ContinuousClock.now
      state.tokens = min(capacity, state.tokens + (now - state.last) / interval)
      state.last = now
      guard state.tokens >= 1 else { return interval * (1 - state.tokens) }
      state.tokens -= 1
      return nil
    }
  }
}
