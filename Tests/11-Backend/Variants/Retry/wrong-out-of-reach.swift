// wrong: runs each try in a task that the caller cannot cancel
// rejected by: cancelled in a try, it does not try again as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  for attempt in 1..<attempts {
    do {
      return try await Task { try await operation() }.value
    } catch {
      try await Task.sleep(for: .seconds(1 << (attempt - 1)))
    }
  }
  return try await Task { try await operation() }.value
}
