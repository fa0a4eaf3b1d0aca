// wrong: starts no further job when one has failed
// rejected by: the first error cancels the others at that moment as wrong

internal import Synchronization

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    let hasFailed = Flag()
    for job in jobs {
      group.addTask {
        if hasFailed.isSet { return }
        do {
          try await job()
        } catch {
          hasFailed.set()
          throw error
        }
      }
    }
    for try await _ in group {}
  }
}

private final class Flag: Sendable {
  private let value = Mutex(false)

  var isSet: Bool { value.withLock { $0 } }

  func set() { value.withLock { $0 = true } }
}
