// wrong: does not look for cancellation before the first items begin
// rejected by: cancelling the caller stops the rest as wrong

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    var waiting = items[...]
    for item in waiting.prefix(limit) {
      group.addTask { try await body(item) }
    }
    waiting = waiting.dropFirst(limit)
    while try await group.next() != nil {
      if Task.isCancelled { continue }
      if let item = waiting.popFirst() {
        group.addTask { try await body(item) }
      }
    }
    if !waiting.isEmpty { throw CancellationError() }
  }
}
