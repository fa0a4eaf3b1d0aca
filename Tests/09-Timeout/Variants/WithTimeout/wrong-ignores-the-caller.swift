// wrong: tasks of its own do not hear that the caller was cancelled
// rejected by: cancelling the caller cancels the operation as wrong
/// Says that an operation was not done within its limit.
public struct TimedOut: Error {
  /// Makes the error.
  public init() {}
}

/// A variant of 9.3.
public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  let work = Task { try await operation() }
  let clock = Task {
    try await Task.sleep(for: limit)
    work.cancel()
  }
  let result = await work.result
  clock.cancel()
  if case .success = await clock.result { throw TimedOut() }
  return try result.get()
}
