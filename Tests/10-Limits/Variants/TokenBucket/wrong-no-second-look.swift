// wrong: takes a token after the sleep without a look
// rejected by: tasks that share a bucket get each token once, and at once as wrong

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
    if let next = state.withLock({ refill(&$0) }) {
      try await Task.sleep(until: next, clock: .continuous)
      _ = state.withLock { refill(&$0) }
    }
    state.withLock { $0.tokens = max(0, $0.tokens - 1) }
  }

  private func refill(
    _ state: inout (tokens: Int, last: ContinuousClock.Instant)
  ) -> ContinuousClock.Instant? {
    let now = ContinuousClock.now
    while state.tokens < capacity, state.last + interval <= now {
      state.tokens += 1
      state.last += interval
    }
    if state.tokens == capacity { state.last = now }
    return state.tokens > 0 ? nil : state.last + interval
  }
}
