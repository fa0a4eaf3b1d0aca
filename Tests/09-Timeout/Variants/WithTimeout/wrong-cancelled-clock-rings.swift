// wrong: a clock that is cancelled with the caller says that the time is over
// rejected by: a cancelled caller gets what the operation returns as wrong
/// Says that an operation was not done within its limit.
public struct TimedOut: Error {
  /// Makes the error.
  public init() {}
}

/// A variant of 9.3.
public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  return try await withThrowingTaskGroup(of: Success.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      try? await Task.sleep(for: limit); throw TimedOut()
    }
    defer { group.cancelAll() }
    guard let first = try await group.next() else { throw TimedOut() }
    return first
  }
}
