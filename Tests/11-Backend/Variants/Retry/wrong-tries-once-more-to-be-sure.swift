// wrong: calls the operation again for its value
// rejected by: the first success ends it as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  for attempt in 1..<attempts {
    do {
      _ = try await operation()
      break
    } catch {
      try await Task.sleep(for: .seconds(1 << (attempt - 1)))
    }
  }
  return try await operation()
}
