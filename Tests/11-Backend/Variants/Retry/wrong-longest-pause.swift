// wrong: lets no pause grow beyond 30 s
// rejected by: the pauses are 1 s, 2 s, 4 s, and so on as wrong

import Channels

public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var pause = Duration.seconds(1)
  for _ in 1..<attempts {
    do { return try await operation() } catch {
      try await Task.sleep(for: pause)
      try Task.checkCancellation()
      pause = min(pause * 2, .seconds(30))
    }
  }
  return try await operation()
}
