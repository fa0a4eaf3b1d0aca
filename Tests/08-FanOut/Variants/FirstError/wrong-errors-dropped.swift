// wrong: waits for the group without a look at the errors
// rejected by: the first error cancels the others at that moment as wrong

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for job in jobs { group.addTask { try await job() } }
  }
}
