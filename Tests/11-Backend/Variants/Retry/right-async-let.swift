// right: an `async let` for the try, and the pause as a child of a task group

import Channels

public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var failures = 0
  while true {
    try Task.checkCancellation()
    async let answer = operation()
    do {
      return try await answer
    } catch {
      failures += 1
      guard failures < attempts else { throw error }
    }
    let pause = Duration.seconds(1 << (failures - 1))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await Task.sleep(for: pause) }
      try await group.next()
    }
  }
}
