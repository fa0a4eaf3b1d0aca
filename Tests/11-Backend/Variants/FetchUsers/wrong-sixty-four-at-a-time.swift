// wrong: fetches 64 users at the same time, and lets the next one wait
// rejected by: all fetches run at once, and the call returns with the last as wrong
import Channels

public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  try await withThrowingTaskGroup(of: (place: Int, user: String).self) { group in
    var users = Array(repeating: "", count: ids.count)
    for (place, id) in ids.enumerated() {
      if place >= 64, let (done, user) = try await group.next() { users[done] = user }
      group.addTask { (place, try await fetch(id)) }
    }
    for try await (place, user) in group { users[place] = user }
    return users
  }
}
