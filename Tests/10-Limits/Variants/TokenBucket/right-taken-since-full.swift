// right: counts what was taken since the bucket was full; a select waits
import Channels
import Synchronization

public final class TokenBucket: Sendable {
  private let capacity: Int
  private let interval: Duration
  private struct State {
    var wasFull = ContinuousClock.now
    var taken: Int128 = 0
  }
  private let state = Mutex(State())

  public init(capacity: Int, every interval: Duration) {
    self.capacity = capacity
    self.interval = interval
  }

  public func take() async throws {
    while let moment = takeOrPlan() {
      let isCancelled = await select {
        After(moment - ContinuousClock.now) { false }
        Cancelled { true }
      }
      if isCancelled { throw CancellationError() }
    }
  }

  private func takeOrPlan() -> ContinuousClock.Instant? {
    state.withLock { state in
      let now = ContinuousClock.now
      var came = (now - state.wasFull).attoseconds / interval.attoseconds
      if came >= state.taken { (state, came) = (State(wasFull: now), 0) }
      if Int128(capacity) + came > state.taken {
        state.taken += 1
        return nil
      }
      return state.wasFull + interval * (came + 1)
    }
  }
}
