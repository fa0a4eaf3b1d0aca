// wrong: throws the last error instead of the first
// rejected by: the first error is thrown, whatever comes later as wrong

internal import Synchronization

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let last = Kept()
  await withTaskGroup(of: Bool.self) { group in
    for job in jobs {
      group.addTask {
        do {
          try await job()
          return true
        } catch {
          last.keep(error, isLast: true)
          return false
        }
      }
    }
    for await isDone in group where !isDone { group.cancelAll() }
  }
  if let error = last.error { throw error }
}

private final class Kept: Sendable {
  private let state = Mutex<(any Error)?>(nil)

  var error: (any Error)? { state.withLock { $0 } }

  func keep(_ error: any Error, isLast: Bool = false) {
    state.withLock { if isLast || $0 == nil { $0 = error } }
  }
}
