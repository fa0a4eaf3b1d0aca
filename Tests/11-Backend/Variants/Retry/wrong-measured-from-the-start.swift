// wrong: plans all tries from the beginning, as if a try took no time
// rejected by: the pauses are 1 s, 2 s, 4 s, and so on as wrong

/// Tries an operation until it succeeds.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  let start = ContinuousClock.now
  for attempt in 1..<attempts {
    do {
      return try await operation()
    } catch {
      try await Task.sleep(until: start + .seconds((1 << attempt) - 1), clock: .continuous)
    }
  }
  return try await operation()
}
