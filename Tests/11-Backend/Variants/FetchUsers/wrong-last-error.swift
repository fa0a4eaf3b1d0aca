// wrong: throws the last error instead of the first
// rejected by: the first error wins as wrong

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  try await withThrowingTaskGroup(of: (Int, String).self) { group in
    for (place, id) in ids.enumerated() { group.addTask { (place, try await fetch(id)) } }
    var users = Array(repeating: "", count: ids.count)
    var last: (any Error)?
    while let end = await group.nextResult() {
      switch end {
      case .success(let (place, user)): users[place] = user
      case .failure(let error):
        last = error
        group.cancelAll()
      }
    }
    if let last { throw last }
    return users
  }
}
