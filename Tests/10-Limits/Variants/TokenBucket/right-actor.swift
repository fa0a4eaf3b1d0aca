// right: an actor that keeps the times of the last takes

/// A limit on the rate of something: short bursts are fine, but not for long.
public final class TokenBucket: Sendable {
  private let book: Book

  /// Makes a full bucket.
  ///
  /// - Parameters:
  ///   - capacity: How many tokens the bucket holds.
  ///   - interval: The time in which one new token comes.
  public init(capacity: Int, every interval: Duration) {
    book = Book(capacity: capacity, interval: interval)
  }

  /// Takes a token, and waits for one if there is none.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  public func take() async throws {
    while let next = await book.takeOrWait() {
      try await Task.sleep(until: next, clock: .continuous)
    }
  }
}

/// Knows for each missing token when it comes back.
private actor Book {
  private let capacity: Int
  private let interval: Duration
  private var returns: [ContinuousClock.Instant] = []

  init(capacity: Int, interval: Duration) {
    self.capacity = capacity
    self.interval = interval
  }

  func takeOrWait() -> ContinuousClock.Instant? {
    returns.removeAll { $0 <= .now }
    if returns.count == capacity { return returns[0] }
    returns.append((returns.last ?? .now) + interval)
    return nil
  }
}
