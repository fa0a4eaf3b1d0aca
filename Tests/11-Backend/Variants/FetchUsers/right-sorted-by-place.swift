// right: collects places and users, and sorts them at the end

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  try await withThrowingTaskGroup(of: (offset: Int, element: String).self) { group in
    for (offset, id) in ids.enumerated() {
      group.addTask { (offset, try await fetch(id)) }
    }
    var users: [(offset: Int, element: String)] = []
    while let user = try await group.next() { users.append(user) }
    return users.sorted { $0.offset < $1.offset }.map(\.element)
  }
}
