// wrong: leaves a clock of its own behind
// rejected by: the first success ends it as leaked

import Channels

/// Tries an operation again and again until it succeeds, with a longer pause after each failure.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  let clock = Task { try? await Task.sleep(for: .seconds(3)) }
  defer { clock.cancel() }
  var pause = Duration.seconds(1)
  for _ in 1..<attempts {
    do {
      return try await operation()
    } catch {
      try await Task.sleep(for: pause)
      try Task.checkCancellation()
      pause *= 2
    }
  }
  return try await operation()
}
