// wrong: its tasks do not learn that the caller was cancelled
// rejected by: cancelling the caller cancels the jobs as wrong

internal import Channels

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let ends = Channel<Result<Void, any Error>>(capacity: jobs.count)
  let tasks = jobs.map { job in
    Task { await ends.send(await Result.catching(job)) }
  }
  let collector = Task {
    var first: (any Error)?
    for _ in tasks {
      guard case .failure(let error) = await ends.receive() else { continue }
      if first == nil { first = error }
      for task in tasks { task.cancel() }
    }
    if let first { throw first }
  }
  for task in tasks { await task.value }
  try await collector.value
}

extension Result where Success == Void, Failure == any Error {
  fileprivate static func catching(_ job: () async throws -> Void) async -> Self {
    do {
      return .success(try await job())
    } catch {
      return .failure(error)
    }
  }
}
