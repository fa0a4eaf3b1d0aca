// wrong: `try?` hides that the pause was cancelled
// rejected by: cancelled in a pause, it stops at once as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var pause = Duration.seconds(1)
  for _ in 1..<attempts {
    do {
      return try await operation()
    } catch {
      try? await Task.sleep(for: pause)
      pause *= 2
    }
  }
  return try await operation()
}
