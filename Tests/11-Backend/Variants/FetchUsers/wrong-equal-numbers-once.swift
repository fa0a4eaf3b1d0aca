// wrong: keeps users by number, and fetches equal numbers once
// rejected by: all fetches run at once, and the call returns with the last as wrong

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  try await withThrowingTaskGroup(of: (Int, String).self) { group in
    for id in Set(ids) { group.addTask { (id, try await fetch(id)) } }
    var users: [Int: String] = [:]
    for try await (id, user) in group { users[id] = user }
    return ids.map { users[$0] ?? "" }
  }
}
