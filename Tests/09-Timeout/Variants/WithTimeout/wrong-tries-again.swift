// wrong: calls the operation again when it failed
// rejected by: an error in time comes through at once as wrong
/// Says that an operation was not done within its limit.
public struct TimedOut: Error {
  /// Makes the error.
  public init() {}
}

/// A variant of 9.3.
public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  return try await withThrowingTaskGroup(of: Success?.self) { group in
    group.addTask {
      do { return try await operation() } catch {
        if Task.isCancelled { throw error }; return try await operation()
      }
    }
    group.addTask {
      try? await Task.sleep(for: limit); if Task.isCancelled { return nil }; throw TimedOut()
    }
    var result: Success?
    do {
      for try await one in group { if let one { result = one; group.cancelAll() } }
    } catch { group.cancelAll(); throw error }
    guard let result else { throw TimedOut() }
    return result
  }
}
