// wrong: the clock cancels the operation, but a result that comes too late is returned all the same
// rejected by: a stubborn operation is waited for as wrong
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
  return try await withTaskCancellationHandler {
    defer { clock.cancel() }
    return try await work.value
  } onCancel: {
    work.cancel()
  }
}
