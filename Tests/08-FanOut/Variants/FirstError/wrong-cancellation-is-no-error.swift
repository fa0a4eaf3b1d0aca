// wrong: takes every `CancellationError` for a consequence and drops it
// rejected by: the first error is thrown, whatever comes later as wrong

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for job in jobs { group.addTask { try await job() } }
    var first: (any Error)?
    while let end = await group.nextResult() {
      guard case .failure(let error) = end else { continue }
      group.cancelAll()
      if first == nil, !(error is CancellationError) { first = error }
    }
    if let first { throw first }
    try Task.checkCancellation()
  }
}
