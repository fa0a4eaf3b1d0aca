// wrong: a task fills the bucket up, and sleeps also while no one waits
// rejected by: a full bucket serves a burst, then one call for each interval as wrong
import Channels
import Synchronization

public final class TokenBucket: Sendable {
  private let capacity: Int
  private let interval: Duration
  private let tokens: Channel<Void>
  private let isFilling = Mutex(false)

  public init(capacity: Int, every interval: Duration) {
    self.capacity = capacity
    self.interval = interval
    tokens = Channel(capacity: capacity)
    for _ in 0..<capacity { _ = tokens.trySend(()) }
  }

  public func take() async throws {
    guard await tokens.receive() != nil else { throw CancellationError() }
    let isFirst = isFilling.withLock { isFilling in
      defer { isFilling = true }
      return !isFilling
    }
    if isFirst { Task { await fill(from: .now) } }
  }

  private func fill(from begin: ContinuousClock.Instant) async {
    var moment = begin
    repeat {
      moment += interval
      try? await Task.sleep(until: moment, clock: .continuous)
      _ = tokens.trySend(())
    } while isFilling.withLock { isFilling in
      isFilling = tokens.count < capacity
      return isFilling
    }
  }
}
