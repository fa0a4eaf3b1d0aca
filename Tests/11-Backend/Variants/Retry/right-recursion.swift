// right: calls itself with the next pause

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  try await retry(attempts, after: .seconds(1), operation)
}

private func retry<Success: Sendable>(
  _ attempts: Int, after pause: Duration, _ operation: () async throws -> Success
) async throws -> Success {
  do {
    return try await operation()
  } catch {
    if attempts == 1 { throw error }
    try await Task.sleep(for: pause)
    return try await retry(attempts - 1, after: pause * 2, operation)
  }
}
