// wrong: throws the error of the first try
// rejected by: the last error comes at once as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var first: (any Error)?
  for attempt in 1...attempts {
    do {
      return try await operation()
    } catch {
      first = first ?? error
      if attempt == attempts { break }
      try await Task.sleep(for: .seconds(1 << (attempt - 1)))
    }
  }
  throw first ?? CancellationError()
}
