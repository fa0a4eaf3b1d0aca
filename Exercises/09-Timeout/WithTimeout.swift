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
  // TODO(9.3): Who watches the clock, and who stops the one that was slower?
  return try await operation()
}
