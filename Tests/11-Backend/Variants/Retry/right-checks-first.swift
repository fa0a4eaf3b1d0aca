// right: checks for cancellation before every try

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var pauses = (1..<max(attempts, 2)).prefix(attempts - 1).map { Duration.seconds(1 << ($0 - 1)) }
  pauses.reverse()
  while true {
    try Task.checkCancellation()
    let result: Result<Success, any Error>
    do { result = .success(try await operation()) } catch { result = .failure(error) }
    if case .failure = result, let pause = pauses.popLast() {
      try await Task.sleep(for: pause)
    } else {
      return try result.get()
    }
  }
}
