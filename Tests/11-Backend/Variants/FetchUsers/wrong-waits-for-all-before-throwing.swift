// wrong: collects all results, and looks for an error at the end
// rejected by: an error cancels the other fetches at that moment as wrong

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  let results = await withTaskGroup(of: (Int, Result<String, any Error>).self) { group in
    for (place, id) in ids.enumerated() {
      group.addTask {
        do {
          return (place, .success(try await fetch(id)))
        } catch {
          return (place, .failure(error))
        }
      }
    }
    var results: [Int: Result<String, any Error>] = [:]
    for await (place, result) in group { results[place] = result }
    return results
  }
  return try ids.indices.compactMap { try results[$0]?.get() }
}
