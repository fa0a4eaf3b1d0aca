// wrong: goes on after a try that was cancelled, because its error is another one
// rejected by: cancelled in a try, it does not try again as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  for attempt in 1..<attempts {
    do {
      return try await operation()
    } catch is CancellationError where Task.isCancelled {
      throw CancellationError()
    } catch {
      if !Task.isCancelled { try await Task.sleep(for: .seconds(1 << (attempt - 1))) }
    }
  }
  return try await operation()
}
