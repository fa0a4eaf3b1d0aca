// wrong: awaits the tasks in the order of the list, and sees an error late
// rejected by: an error cancels the other fetches at that moment as wrong

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  let tasks = ids.map { id in Task { try await fetch(id) } }
  return try await withTaskCancellationHandler {
    var users: [String] = []
    var first: (any Error)?
    for task in tasks {
      do {
        users.append(try await task.value)
      } catch {
        first = first ?? error
        for task in tasks { task.cancel() }
      }
    }
    if let first { throw first }
    return users
  } onCancel: {
    for task in tasks { task.cancel() }
  }
}
