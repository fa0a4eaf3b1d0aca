// wrong: its tasks do not learn that the caller was cancelled
// rejected by: cancelling the caller cancels every fetch as wrong

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  let everything = Task {
    try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (place, id) in ids.enumerated() { group.addTask { (place, try await fetch(id)) } }
      var users = Array(repeating: "", count: ids.count)
      for try await (place, user) in group { users[place] = user }
      return users
    }
  }
  return try await everything.value
}
