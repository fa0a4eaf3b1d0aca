/// Says that an operation was not done within its limit.
public struct TimedOut: Error {
  /// Makes the error.
  public init() {}
}

/// Runs `operation`, but gives it no more time than `limit`.
///
/// If the operation ends in time, its result or its error comes through at once. When the limit has
/// passed, the operation is cancelled; as soon as it has ended, `TimedOut` is thrown, whatever the
/// operation did in the end. If the caller is cancelled, so is the operation, and its result or its
/// error comes through all the same.
///
/// Nothing outlives the call. An operation that does not react to its cancellation is therefore
/// waited for: cancelling is a request, and no task can be ended from outside.
///
///     let depth = try await withTimeout(.seconds(90)) { await sounding.measure() }
///
/// - Parameters:
///   - limit: How long the operation may take.
///   - operation: What to do.
/// - Returns: What the operation returns.
/// - Throws: What the operation throws; `TimedOut` when it took too long.
public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  try await withThrowingTaskGroup(of: Success?.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      // A clock that is cancelled together with the caller has nothing to say. If it threw its
      // `CancellationError`, that would take the place of what the operation returns.
      guard (try? await Task.sleep(for: limit)) != nil else { return nil }
      throw TimedOut()
    }
    // The group waits for both children before it returns. Without this line, a quick operation
    // would wait for the clock.
    defer { group.cancelAll() }
    // The first that has something to say decides. The operation always does.
    while let first = try await group.next() {
      if let first { return first }
    }
    throw TimedOut()
  }
}
