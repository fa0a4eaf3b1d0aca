// wrong: looks for an error, then notes the task; an error in between misses it
// rejected by: an error cancels the other fetches at that moment as wrong
internal import Synchronization

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
    let hasFailed = state.withLock { $0.error != nil }
    state.withLock { $0.tasks.append(task) }
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
