// right: counts the running items, and checks for cancellation before each start

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
      try Task.checkCancellation()
      group.addTask { try await body(item) }
      running += 1
    }
    while running > 0 {
      try await group.next()
      running -= 1
    }
  }
}
