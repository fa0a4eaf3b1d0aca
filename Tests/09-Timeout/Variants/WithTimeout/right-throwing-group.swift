// right: a group of optional results, nil for the clock
/// Says that an operation was not done within its limit.
public struct TimedOut: Error {
  /// Makes the error.
  public init() {}
}

/// A variant of 9.3.
public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  let result: Success? = try await withThrowingTaskGroup(of: Success?.self) { group in
    defer { group.cancelAll() }
    group.addTask { try await operation() }
    group.addTask {
      try await Task.sleep(for: limit)
      return nil
    }
    return try await group.next() ?? nil
  }
  guard let result else { throw TimedOut() }
  return result
}
