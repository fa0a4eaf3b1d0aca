// right: a group in which the clock looks whether the operation has ended
/// Says that an operation was not done within its limit.
public struct TimedOut: Error {
  /// Makes the error.
  public init() {}
}

/// A variant of 9.3.
public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  try await withThrowingTaskGroup(of: Success.self) { group in
    defer { group.cancelAll() }
    let watched = Task { try await operation() }
    group.addTask {
      try await withTaskCancellationHandler {
        try await watched.value
      } onCancel: {
        watched.cancel()
      }
    }
    group.addTask {
      do { try await Task.sleep(for: limit) } catch { return try await watched.value }
      throw TimedOut()
    }
    guard let first = try await group.next() else { throw TimedOut() }
    return first
  }
}
