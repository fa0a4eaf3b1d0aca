// wrong: throws because the caller was cancelled, although the try has succeeded
// rejected by: cancelled in a try, it does not try again as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  for attempt in 1...attempts {
    do {
      let value = try await operation()
      try Task.checkCancellation()
      return value
    } catch {
      if attempt == attempts { throw error }
      try await Task.sleep(for: .seconds(1 << (attempt - 1)))
    }
  }
  throw CancellationError()
}
