// wrong: waits for a whole batch before the next one begins
// rejected by: a free place is taken at once, in the order of the list as wrong

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  for start in stride(from: 0, to: items.count, by: limit) {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for item in items[start..<min(start + limit, items.count)] {
        try Task.checkCancellation()
        group.addTask { try await body(item) }
      }
      for try await _ in group {}
    }
  }
}
