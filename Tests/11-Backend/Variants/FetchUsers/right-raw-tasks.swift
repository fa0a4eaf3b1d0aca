// right: raw tasks, the first error kept behind a lock, a cancellation handler

internal import Synchronization

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  let tasks = Tasks()
  for id in ids {
    tasks.add(
      Task {
        do {
          return try await fetch(id)
        } catch {
          tasks.fail(error)
          throw error
        }
      })
  }
  return try await withTaskCancellationHandler {
    var users: [String] = []
    for task in tasks.all {
      if let user = try? await task.value { users.append(user) }
    }
    if let error = tasks.firstError { throw error }
    return users
  } onCancel: {
    tasks.cancel()
  }
}

private final class Tasks: Sendable {
  private let state = Mutex((tasks: [Task<String, any Error>](), error: (any Error)?.none))

  var all: [Task<String, any Error>] { state.withLock { $0.tasks } }
  var firstError: (any Error)? { state.withLock { $0.error } }

  func add(_ task: Task<String, any Error>) {
    let hasFailed = state.withLock { state in
      state.tasks.append(task)
      return state.error != nil
    }
    if hasFailed { task.cancel() }
  }

  func fail(_ error: any Error) {
    state.withLock { if $0.error == nil { $0.error = error } }
    cancel()
  }

  func cancel() {
    for task in all { task.cancel() }
  }
}
