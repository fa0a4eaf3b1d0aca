// wrong: counts the tries after the first one
// rejected by: the last error comes at once as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  for attempt in 0..<attempts {
    do {
      return try await operation()
    } catch {
      try await Task.sleep(for: .seconds(1 << attempt))
    }
  }
  return try await operation()
}
