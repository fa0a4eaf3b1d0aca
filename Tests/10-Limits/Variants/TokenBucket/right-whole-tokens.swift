// right: whole tokens, and the time of the last one

internal import Synchronization

/// A limit on the rate of something: short bursts are fine, but not for long.
public final class TokenBucket: Sendable {
  private let capacity: Int
  private let interval: Duration
  private let state: Mutex<(tokens: Int, last: ContinuousClock.Instant)>

  /// Makes a full bucket.
  ///
  /// - Parameters:
  ///   - capacity: How many tokens the bucket holds.
  ///   - interval: The time in which one new token comes.
  public init(capacity: Int, every interval: Duration) {
    self.capacity = capacity
    self.interval = interval
    state = Mutex((capacity, .now))
  }

  /// Takes a token, and waits for one if there is none.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  public func take() async throws {
    while let next = takeOrWait() {
      try await Task.sleep(until: next, clock: .continuous)
    }
  }

  private func takeOrWait() -> ContinuousClock.Instant? {
    state.withLock { state in
      let now = ContinuousClock.now
      while state.tokens < capacity, state.last + interval <= now {
        state.tokens += 1
        state.last += interval
      }
      if state.tokens == capacity { state.last = now }
      guard state.tokens > 0 else { return state.last + interval }
      state.tokens -= 1
      return nil
    }
  }
}
