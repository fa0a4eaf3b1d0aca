// wrong: gives up at every `CancellationError`
// rejected by: an error named cancellation is an error like any other as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var pause = Duration.seconds(1)
  for _ in 1..<attempts {
    do {
      return try await operation()
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      try await Task.sleep(for: pause)
      pause *= 2
    }
  }
  return try await operation()
}
