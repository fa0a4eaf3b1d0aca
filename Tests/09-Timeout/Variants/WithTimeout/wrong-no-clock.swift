// wrong: lets the operation take as long as it likes
// rejected by: past the limit the operation is cancelled as wrong
/// Says that an operation was not done within its limit.
public struct TimedOut: Error {
  /// Makes the error.
  public init() {}
}

/// A variant of 9.3.
public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  try await operation()
}
