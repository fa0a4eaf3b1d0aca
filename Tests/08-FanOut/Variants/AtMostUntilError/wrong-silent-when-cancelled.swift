// wrong: begins nothing after a cancellation, and returns as if all were done
// rejected by: cancelling the caller stops the rest as wrong

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for (index, item) in items.enumerated() {
      if index >= limit { try await group.next() }
      if Task.isCancelled { break }
      group.addTask { try await body(item) }
    }
    for try await _ in group {}
  }
}
