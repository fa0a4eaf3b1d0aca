// wrong: takes a `TimedOut` of the operation for its own clock, and waits until the limit
// rejected by: an error in time comes through at once as wrong
public struct TimedOut: Error {
  public init() {}
}

public func withTimeout<Success: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  try await withThrowingTaskGroup(of: Success?.self) { group in
    group.addTask {
      do { return try await operation() } catch is TimedOut { return nil }
    }
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
