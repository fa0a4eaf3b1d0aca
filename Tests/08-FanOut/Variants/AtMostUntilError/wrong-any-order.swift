// wrong: begins with the last items
// rejected by: a free place is taken at once, in the order of the list as wrong

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  var waiting = items
  try await withThrowingTaskGroup(of: Void.self) { group in
    var running = 0
    while let item = waiting.popLast() {
      if running == limit {
        try await group.next()
        running -= 1
      }
      try Task.checkCancellation()
      group.addTask { try await body(item) }
      running += 1
    }
    for try await _ in group {}
  }
}
