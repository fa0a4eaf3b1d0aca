// wrong: leaves out the users that could not be fetched
// rejected by: an error cancels the other fetches at that moment as wrong

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  await withTaskGroup(of: (Int, String?).self) { group in
    for (place, id) in ids.enumerated() { group.addTask { (place, try? await fetch(id)) } }
    var users: [Int: String] = [:]
    for await (place, user) in group { users[place] = user }
    return ids.indices.compactMap { users[$0] }
  }
}
