/// A limit on the rate of something, which allows short bursts but not long ones.
///
/// A bucket holds tokens, and is full at first. Each `take` takes one token, and waits if there is
/// none. A full bucket gets no tokens, no matter how long it stays full. When a token is taken from
/// a full bucket, the first interval begins. From then on, a new token comes after each `interval`,
/// until the bucket is full again.
///
/// Any number of tasks may use a bucket at the same time. While no one waits for a token, the
/// bucket has no task that runs or sleeps. Intervals never get longer or shorter: even after an
/// hour, each token comes on time, to the millisecond.
///
///     let gate = TokenBucket(capacity: 2, every: .seconds(5))
///     for _ in 1...4 { try await gate.take() }   // returns at 0, 0, 5 and 10 s
///
/// `take` is `async`, so that you may use an actor inside. `TokenBucket` itself stays a class.
public final class TokenBucket: Sendable {
  private let capacity: Int
  private let interval: Duration

  /// Makes a full bucket.
  ///
  /// - Parameters:
  ///   - capacity: How many tokens the bucket holds; at least one.
  ///   - interval: The time from one new token to the next; more than zero.
  public init(capacity: Int, every interval: Duration) {
    self.capacity = capacity
    self.interval = interval
  }

  /// Takes a token, and waits for one if there is none.
  ///
  /// Returns as soon as it has a token. If several tasks wait, each new token goes to one of them
  /// at once; which one is up to you.
  ///
  /// - Throws: `CancellationError`, at once, if the task is cancelled while it waits, or was
  ///   cancelled before and would have to wait. If a token is already there, or comes at the moment
  ///   of the cancellation, `take` may take it or throw. Whenever it throws, it takes no token:
  ///   another task can take it.
  public func take() async throws {
    // TODO(10.5): What must you remember, so that you know how many tokens there are at any time?
  }
}
