// wrong: does not call the jobs if the caller is already cancelled
// rejected by: cancelling the caller cancels the jobs as wrong

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for job in jobs {
      _ = group.addTaskUnlessCancelled { try await job() }
    }
    for try await _ in group {}
  }
}
