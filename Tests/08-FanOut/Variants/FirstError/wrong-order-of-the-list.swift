// wrong: waits for the jobs in the order of the list, and sees an error late
// rejected by: the first error cancels the others at that moment as wrong

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let tasks = jobs.map { job in Task { try await job() } }
  try await withTaskCancellationHandler {
    var first: (any Error)?
    for task in tasks {
      do {
        try await task.value
      } catch {
        if first == nil { first = error }
        for task in tasks { task.cancel() }
      }
    }
    if let first { throw first }
  } onCancel: {
    for task in tasks { task.cancel() }
  }
}
