// right: a group whose results are looked at one by one

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for job in jobs { group.addTask { try await job() } }
    var first: (any Error)?
    while let end = await group.nextResult() {
      guard first == nil, case .failure(let error) = end else { continue }
      first = error
      group.cancelAll()
    }
    if let first { throw first }
  }
}
