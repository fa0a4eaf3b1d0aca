// right: one raw task for all tries, cancelled by a cancellation handler

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  let trying = Task {
    var attempt = 1
    while true {
      do {
        return try await operation()
      } catch {
        guard attempt < attempts else { throw error }
        try await Task.sleep(for: .seconds(1 << (attempt - 1)))
        attempt += 1
      }
    }
  }
  return try await withTaskCancellationHandler {
    try await trying.value
  } onCancel: {
    trying.cancel()
  }
}
