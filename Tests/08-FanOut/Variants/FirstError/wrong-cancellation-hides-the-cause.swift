// wrong: looks for the error in the order of the list and finds a cancelled job
// rejected by: the first error cancels the others at that moment as wrong

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let tasks = jobs.map { job in Task { try await job() } }
  try await withTaskCancellationHandler {
    await withTaskGroup { group in
      for task in tasks {
        group.addTask {
          if case .failure = await task.result {
            for task in tasks { task.cancel() }
          }
        }
      }
    }
    for task in tasks { try await task.value }
  } onCancel: {
    for task in tasks { task.cancel() }
  }
}
