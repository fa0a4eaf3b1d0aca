// wrong: sorts by number instead of by place
// rejected by: each user has the place of its number as wrong

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  try await withThrowingTaskGroup(of: (Int, String).self) { group in
    for id in ids { group.addTask { (id, try await fetch(id)) } }
    var users: [(Int, String)] = []
    for try await user in group { users.append(user) }
    return users.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
