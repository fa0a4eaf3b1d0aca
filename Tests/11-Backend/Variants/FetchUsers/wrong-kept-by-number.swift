// wrong: keeps users by number, so equal numbers get the same answer
// rejected by: each user has the place of its number as wrong

import Channels

public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  try await withThrowingTaskGroup(of: (Int, String).self) { group in
    for id in ids { group.addTask { (id, try await fetch(id)) } }
    var names: [Int: String] = [:]
    for try await (id, name) in group { names[id] = name }
    return ids.compactMap { names[$0] }
  }
}
