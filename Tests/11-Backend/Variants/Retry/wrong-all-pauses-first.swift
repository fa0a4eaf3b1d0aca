// wrong: computes all pauses in advance, even those that no clock can count
// rejected by: the first success ends it as crashed
import Channels

/// A variant of 11.5.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  let pauses = (0..<attempts).map { number in
    (0..<number).reduce(Duration.seconds(1)) { pause, _ in pause * 2 }
  }
  for pause in pauses.dropLast() {
    do {
      return try await operation()
    } catch {
      try await Task.sleep(for: pause)
      try Task.checkCancellation()
    }
  }
  return try await operation()
}
