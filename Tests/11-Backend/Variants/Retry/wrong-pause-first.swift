// wrong: pauses before the first try, too
// rejected by: the pauses are 1 s, 2 s, 4 s, and so on as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var last: any Error = CancellationError()
  for attempt in 0..<attempts {
    try await Task.sleep(for: .seconds(attempt == 0 ? 1 : 1 << (attempt - 1)))
    do { return try await operation() } catch { last = error }
  }
  throw last
}
