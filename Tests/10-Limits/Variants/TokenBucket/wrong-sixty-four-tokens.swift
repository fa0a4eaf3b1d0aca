// wrong: a bucket holds 64 tokens at most
// rejected by: a full bucket serves a burst, then one call for each interval as wrong
import Synchronization

public final class TokenBucket: Sendable {
  private let capacity: Int
  private let interval: Duration

  private let fullAt = Mutex(ContinuousClock.now)

  public init(capacity: Int, every interval: Duration) {
    self.capacity = min(capacity, 64)
    self.interval = interval
  }

  public func take() async throws {
    while let next = takeOrWait() {
      try await Task.sleep(until: next, clock: .continuous)
    }
  }

  private func takeOrWait() -> ContinuousClock.Instant? {
    fullAt.withLock { fullAt in
      let now = ContinuousClock.now
      let next = fullAt - interval * (capacity - 1)
      if next > now { return next }
      fullAt = max(fullAt, now) + interval
      return nil
    }
  }
}
