// wrong: throws at the first error, although other jobs have not ended
// rejected by: a job that needs time to stop is waited for as wrong

internal import Channels

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let ends = Channel<Result<Void, any Error>>(capacity: jobs.count)
  let tasks = jobs.map { job in
    Task {
      do {
        await ends.send(.success(try await job()))
      } catch {
        await ends.send(.failure(error))
      }
    }
  }
  try await withTaskCancellationHandler {
    for _ in tasks {
      guard let end = await ends.receive() else { break }
      if case .failure(let error) = end {
        for task in tasks { task.cancel() }
        throw error
      }
    }
    for task in tasks { await task.value }
  } onCancel: {
    for task in tasks { task.cancel() }
  }
}
