// wrong: throws because the caller was cancelled, although no job failed
// rejected by: cancelling the caller cancels the jobs as wrong

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for job in jobs { group.addTask { try await job() } }
    for try await _ in group {}
  }
  try Task.checkCancellation()
}
