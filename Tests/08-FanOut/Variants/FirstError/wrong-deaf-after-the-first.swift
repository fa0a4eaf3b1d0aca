// wrong: passes a cancellation on only until the first job has ended
// rejected by: cancelling the caller cancels the jobs as wrong
import Synchronization

public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let hasEnded = Flag()
  let all = Task<Void, any Error> {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for job in jobs {
        group.addTask {
          defer { hasEnded.raise() }
          try await job()
        }
      }
      for try await _ in group {}
    }
  }
  return try await withTaskCancellationHandler {
    try await all.value
  } onCancel: {
    if !hasEnded.isUp { all.cancel() }
  }
}

private final class Flag: Sendable {
  private let flag = Atomic(false)
  var isUp: Bool { flag.load(ordering: .relaxed) }
  func raise() { flag.store(true, ordering: .relaxed) }
}
