// wrong: appends the users as they come
// rejected by: each user has the place of its number as wrong

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  try await withThrowingTaskGroup(of: String.self) { group in
    for id in ids { group.addTask { try await fetch(id) } }
    var users: [String] = []
    for try await user in group { users.append(user) }
    return users
  }
}
