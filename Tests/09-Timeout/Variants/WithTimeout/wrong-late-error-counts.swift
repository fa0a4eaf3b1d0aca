// wrong: an error that comes after the limit takes the place of `TimedOut`
// rejected by: past the limit the operation is cancelled as wrong
/// Says that an operation was not done within its limit.
public struct TimedOut: Error {
  /// Makes the error.
  public init() {}
}

/// A variant of 9.3.
public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  let work = Task { try await operation() }
  let timer = Task {
    do { try await Task.sleep(for: limit); work.cancel(); return true } catch { return false }
  }
  let result = await withTaskCancellationHandler {
    await work.result
  } onCancel: {
    work.cancel(); timer.cancel()
  }
  timer.cancel()
  let late = await timer.value
  let value = try result.get()
  if late { throw TimedOut() }
  return value
}
