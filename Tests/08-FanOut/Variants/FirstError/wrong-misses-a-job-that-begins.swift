// wrong: looks whether it is cancelled, then notes the task; a cancellation in between misses it
// rejected by: cancelling the caller cancels the jobs as wrong

internal import Synchronization

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  if jobs.isEmpty { return }
  let crew = Crew()
  let left = Left(jobs.count)
  await withTaskCancellationHandler {
    await withCheckedContinuation { (end: CheckedContinuation<Void, Never>) in
      for job in jobs {
        crew.hire(
          Task {
            do { try await job() } catch { crew.fail(error) }
            if left.isZeroAfterOneMore() { end.resume() }
          })
      }
    }
  } onCancel: {
    crew.stop()
  }
  if let error = crew.firstError { throw error }
}

private final class Crew: Sendable {
  private struct State {
    var tasks: [Task<Void, Never>] = []
    var firstError: (any Error)?
    var isStopped = false
  }

  private let state = Mutex(State())

  func hire(_ task: Task<Void, Never>) {
    if state.withLock({ $0.isStopped }) {
      task.cancel()
    } else {
      state.withLock { $0.tasks.append(task) }
    }
  }

  func fail(_ error: any Error) {
    state.withLock { if $0.firstError == nil { $0.firstError = error } }
    stop()
  }

  func stop() {
    let tasks = state.withLock { state in
      state.isStopped = true
      return state.tasks
    }
    for task in tasks { task.cancel() }
  }

  var tasks: [Task<Void, Never>] { state.withLock { $0.tasks } }
  var firstError: (any Error)? { state.withLock { $0.firstError } }
}

private final class Left: Sendable {
  private let count: Mutex<Int>

  init(_ count: Int) { self.count = Mutex(count) }

  func isZeroAfterOneMore() -> Bool {
    count.withLock { count in
      count -= 1
      return count == 0
    }
  }
}
