// wrong: takes every `CancellationError` for a consequence and drops it
// rejected by: the first error wins as wrong

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  try await withThrowingTaskGroup(of: (Int, String).self) { group in
    for (place, id) in ids.enumerated() { group.addTask { (place, try await fetch(id)) } }
    var users = Array(repeating: "", count: ids.count)
    var first: (any Error)?
    while let end = await group.nextResult() {
      switch end {
      case .success(let (place, user)): users[place] = user
      case .failure(let error):
        group.cancelAll()
        if first == nil, !(error is CancellationError) { first = error }
      }
    }
    if let first { throw first }
    try Task.checkCancellation()
    return users
  }
}
