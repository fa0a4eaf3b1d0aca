// wrong: begins with a pause of 2 s
// rejected by: the pauses are 1 s, 2 s, 4 s, and so on as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var pause = Duration.seconds(1)
  for _ in 1..<attempts {
    do {
      return try await operation()
    } catch {
      pause *= 2
      try await Task.sleep(for: pause)
    }
  }
  return try await operation()
}
