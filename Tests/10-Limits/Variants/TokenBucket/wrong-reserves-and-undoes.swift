// wrong: reserves a moment; those behind a cancelled task keep theirs
// rejected by: a cancelled task takes no token as wrong
import Synchronization

public final class TokenBucket: Sendable {
  private let capacity: Int
  private let interval: Duration
  private let fullAt = Mutex(ContinuousClock.now)

  public init(capacity: Int, every interval: Duration) {
    self.capacity = capacity
    self.interval = interval
  }

  public func take() async throws {
    let moment = fullAt.withLock { fullAt in
      let start = max(fullAt, .now)
      fullAt = start + interval
      return start - interval * (capacity - 1)
    }
    guard moment > .now else { return }
    do {
      try await Task.sleep(until: moment, clock: .continuous)
    } catch {
      fullAt.withLock { $0 -= interval }
      throw error
    }
  }
}
