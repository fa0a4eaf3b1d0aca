// wrong: reserves a token before the sleep, and loses it when it is cancelled
// rejected by: a cancelled task takes no token as wrong

internal import Synchronization

/// A limit on the rate of something: short bursts are fine, but not for long.
public final class TokenBucket: Sendable {
  private let capacity: Int
  private let interval: Duration
  private let fullAt = Mutex(ContinuousClock.now)

  /// Makes a full bucket.
  ///
  /// - Parameters:
  ///   - capacity: How many tokens the bucket holds.
  ///   - interval: The time in which one new token comes.
  public init(capacity: Int, every interval: Duration) {
    self.capacity = capacity
    self.interval = interval
  }

  /// Takes a token, and waits for one if there is none.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  public func take() async throws {
    let moment = fullAt.withLock { fullAt in
      fullAt = max(fullAt, .now) + interval
      return fullAt - interval * capacity
    }
    if moment > .now { try await Task.sleep(until: moment, clock: .continuous) }
  }
}
