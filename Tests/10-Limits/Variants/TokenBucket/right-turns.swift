// right: only one task at a time waits for the clock; a channel lets it in

internal import Channels
internal import Synchronization

/// A limit on the rate of something: short bursts are fine, but not for long.
public final class TokenBucket: Sendable {
  private let capacity: Int
  private let interval: Duration
  private let turn = Channel<Void>(capacity: 1)
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
    guard await turn.send(()) else { throw CancellationError() }
    defer { _ = turn.tryReceive() }
    let next = fullAt.withLock { $0 - interval * (capacity - 1) }
    if next > .now { try await Task.sleep(until: next, clock: .continuous) }
    fullAt.withLock { $0 = max($0, .now) + interval }
  }
}
