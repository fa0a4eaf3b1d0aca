// right: a discarding group, and an actor that keeps the users by place

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  let table = Table()
  try await withThrowingDiscardingTaskGroup { group in
    for (place, id) in ids.enumerated() {
      group.addTask { await table.put(try await fetch(id), at: place) }
    }
  }
  let users = await table.users
  return ids.indices.compactMap { users[$0] }
}

private actor Table {
  private(set) var users: [Int: String] = [:]

  func put(_ user: String, at place: Int) { users[place] = user }
}
