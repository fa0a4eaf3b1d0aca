// wrong: lets the others go on after an error, and throws it at the end
// rejected by: the first error cancels the others at that moment as wrong

internal import Synchronization

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let first = Mutex<(any Error)?>(nil)
  await withTaskGroup { group in
    for job in jobs {
      group.addTask {
        do {
          try await job()
        } catch {
          first.withLock { if $0 == nil { $0 = error } }
        }
      }
    }
  }
  if let error = first.withLock({ $0 }) { throw error }
}
