// wrong: always pauses for 1 s
// rejected by: the pauses are 1 s, 2 s, 4 s, and so on as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  for _ in 1..<attempts {
    do {
      return try await operation()
    } catch {
      try await Task.sleep(for: .seconds(1))
    }
  }
  return try await operation()
}
