// right: raw tasks, a channel for the errors, and a cancellation handler

internal import Channels

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let errors = Channel<any Error>(capacity: jobs.count)
  let tasks = jobs.map { job in
    Task {
      do {
        try await job()
      } catch {
        await errors.send(error)
      }
    }
  }
  let canceller = Task { () -> (any Error)? in
    let first = await errors.receive()
    for task in tasks { task.cancel() }
    return first
  }
  await withTaskCancellationHandler {
    for task in tasks { await task.value }
  } onCancel: {
    for task in tasks { task.cancel() }
  }
  errors.close()
  if let first = await canceller.value { throw first }
}
