internal import Channels

/// Says that an operation was not done within its limit.
public struct TimedOut: Error {
  /// Makes the error.
  public init() {}
}

/// A variant of 9.3.
public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  let results = Channel<Result<Success, any Error>>(capacity: 1)
  let work = Task {
    do {
      await results.send(.success(try await operation()))
    } catch {
      await results.send(.failure(error))
    }
  }
  let first = await select {
    Receive(from: results)
    After(limit) { nil }
    Cancelled { nil }
  }
  if let first { return try first.get() }
  // The operation has its say about the cancellation of its caller, but not about the limit.
  let isCancelled = Task.isCancelled
  work.cancel()
  await work.value
  guard isCancelled, case .element(let last) = results.tryReceive() else { throw TimedOut() }
  return try last.get()
}
