// wrong: tries 16 times at most, and succeeds or fails with the last of them
// rejected by: the pauses are 1 s, 2 s, 4 s, and so on as wrong
import Channels

public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var pause = Duration.seconds(1)
  for _ in 1..<min(attempts, 16) {
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
