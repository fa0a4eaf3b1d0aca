// wrong: leaves out users without a name
// rejected by: each user has the place of its number as wrong

import Channels

/// Fetches many users at the same time, and returns them in the order of their numbers in the list.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  try await withThrowingTaskGroup(of: (place: Int, user: String).self) { group in
    for (place, id) in ids.enumerated() {
      group.addTask { (place, try await fetch(id)) }
    }
    var users = Array(repeating: "", count: ids.count)
    for try await (place, user) in group { users[place] = user }
    return users.filter { !$0.isEmpty }
  }
}
