// wrong: a pause that cannot be cancelled, and a look after it
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
      await Task { [pause] in try? await Task.sleep(for: pause) }.value
      try Task.checkCancellation()
      pause *= 2
    }
  }
  return try await operation()
}
