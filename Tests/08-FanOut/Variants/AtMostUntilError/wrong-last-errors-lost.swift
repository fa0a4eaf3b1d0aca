// wrong: looks for errors only while it waits for a place
// rejected by: an error among the last items is thrown, too as wrong

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for (index, item) in items.enumerated() {
      if index >= limit { try await group.next() }
      try Task.checkCancellation()
      group.addTask { try await body(item) }
    }
  }
}
