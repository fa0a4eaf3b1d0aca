// wrong: returns at the first error that it sees, and nobody cancels the rest
// rejected by: the first error cancels the others at that moment as wrong

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let tasks = jobs.map { job in Task { try await job() } }
  for task in tasks { try await task.value }
}
