/// An error that says that an operation did not end within its limit.
public struct TimedOut: Error {
  /// Creates the error.
  public init() {}
}

/// Runs `operation`, but gives it no more time than `limit`.
///
/// If the operation ends in time, the call returns its result or throws its error at once. When the
/// limit has passed, the operation is cancelled; as soon as it has ended, the call throws
/// `TimedOut`, no matter how the operation ended. If the caller is cancelled, even before the call,
/// so is the operation, and the call still returns its result or throws its error. If the limit
/// passes before the operation has ended, the call may throw `TimedOut` instead.
///
/// Nothing outlives the call. The call therefore waits even for an operation that does not react to
/// cancellation: cancelling is a request, and nothing can end a task from outside.
///
///     let depth = try await withTimeout(.seconds(90)) { await sounding.measure() }
///
/// - Parameters:
///   - limit: How long the operation may take.
///   - operation: The operation to run.
/// - Returns: What the operation returns.
/// - Throws: What the operation throws; `TimedOut` if it takes too long.
public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  try await withThrowingTaskGroup(of: Success?.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      // A clock that is cancelled together with the caller returns `nil`, which does not count. If
      // it threw its `CancellationError`, that would replace the result of the operation.
      guard (try? await Task.sleep(for: limit)) != nil else { return nil }
      throw TimedOut()
    }
    // The group waits for both children before it returns. Without this line, a quick operation
    // would wait for the clock.
    defer { group.cancelAll() }
    // The first result that is not `nil`, or the first error, decides. The operation always gives
    // one.
    while let first = try await group.next() {
      if let first { return first }
    }
    throw TimedOut()
  }
}
