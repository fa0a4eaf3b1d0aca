// right: a discarding group, which cancels the rest by itself

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  try await withThrowingDiscardingTaskGroup { group in
    for job in jobs { group.addTask { try await job() } }
  }
}
