// wrong: does not call the operation if the caller is cancelled before the call
// rejected by: a cancelled caller gets what the operation returns as wrong

/// An error that says that an operation did not end within its limit.
public struct TimedOut: Error {
  /// Creates the error.
  public init() {}
}

/// Runs `operation`, but gives it no more time than `limit`.
public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  try Task.checkCancellation()
  return try await withThrowingTaskGroup(of: Success?.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      guard (try? await Task.sleep(for: limit)) != nil else { return nil }
      throw TimedOut()
    }
    defer { group.cancelAll() }
    while let first = try await group.next() {
      if let first { return first }
    }
    throw TimedOut()
  }
}
