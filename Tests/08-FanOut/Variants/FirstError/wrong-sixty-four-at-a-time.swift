// wrong: runs 64 jobs at the same time, and lets the next one wait
// rejected by: all jobs run at once, and the call returns with the last as wrong
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for (index, job) in jobs.enumerated() {
      if index >= 64 { try await group.next() }
      group.addTask { try await job() }
    }
    for try await _ in group {}
  }
}
