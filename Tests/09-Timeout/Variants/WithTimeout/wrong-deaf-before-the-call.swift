// wrong: a cancellation that comes before the call is not noticed
// rejected by: cancelling the caller cancels the operation as wrong
public struct TimedOut: Error {
  public init() {}
}

public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  let wasCancelled = Task.isCancelled
  let all = Task<Success, any Error> {
    try await withThrowingTaskGroup(of: Success?.self) { group in
      group.addTask { try await operation() }
      group.addTask {
        guard (try? await Task.sleep(for: limit)) != nil else { return nil }
        throw TimedOut()
      }
      defer { group.cancelAll() }
      while let first = try await group.next() {
        if let first { return first }
      }
      throw TimedOut()
    }
  }
  return try await withTaskCancellationHandler {
    try await all.value
  } onCancel: {
    if !wasCancelled { all.cancel() }
  }
}
