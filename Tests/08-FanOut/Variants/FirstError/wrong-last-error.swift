// wrong: throws the last error instead of the first
// rejected by: the first error is thrown, whatever comes later as wrong

internal import Synchronization

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let last = Mutex<(any Error)?>(nil)
  await withTaskGroup(of: Bool.self) { group in
    for job in jobs {
      group.addTask {
        do {
          try await job()
          return true
        } catch {
          last.withLock { $0 = error }
          return false
        }
      }
    }
    for await isDone in group where !isDone { group.cancelAll() }
  }
  if let error = last.withLock({ $0 }) { throw error }
}
