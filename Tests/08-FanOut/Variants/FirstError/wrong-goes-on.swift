// wrong: lets the others go on after an error, and throws it at the end
// rejected by: the first error cancels the others at that moment as wrong

internal import Synchronization

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let first = Kept()
  await withTaskGroup { group in
    for job in jobs {
      group.addTask {
        do {
          try await job()
        } catch {
          first.keep(error)
        }
      }
    }
  }
  if let error = first.error { throw error }
}

private final class Kept: Sendable {
  private let state = Mutex<(any Error)?>(nil)

  var error: (any Error)? { state.withLock { $0 } }

  func keep(_ error: any Error, isLast: Bool = false) {
    state.withLock { if isLast || $0 == nil { $0 = error } }
  }
}
