// wrong: runs the jobs one after the other
// rejected by: all jobs run at once, and the call returns with the last as wrong

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  for job in jobs { try await job() }
}
