// right: pauses in a select, as in Go

internal import Channels

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var pause = Duration.seconds(1)
  for _ in 1..<attempts {
    do {
      return try await operation()
    } catch {
      if Task.isCancelled { throw error }
      try await select {
        After(pause) {}
        Cancelled { throw CancellationError() }
      }
      pause *= 2
    }
  }
  return try await operation()
}
