// wrong: throws because the caller was cancelled, although every item was done
// rejected by: cancelling the caller stops the rest as wrong

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    var running = 0
    for item in items {
      if running == limit {
        try await group.next()
        running -= 1
      }
      if Task.isCancelled { break }
      group.addTask { try await body(item) }
      running += 1
    }
    for try await _ in group {}
  }
  try Task.checkCancellation()
}
