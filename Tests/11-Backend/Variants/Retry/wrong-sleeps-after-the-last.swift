// wrong: pauses after the last try, too
// rejected by: the last error comes at once as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var pause = Duration.seconds(1)
  var last: any Error = CancellationError()
  for _ in 0..<attempts {
    do {
      return try await operation()
    } catch {
      last = error
    }
    try await Task.sleep(for: pause)
    pause *= 2
  }
  throw last
}
