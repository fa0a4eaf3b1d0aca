// wrong: runs 64 items at the same time at most, whatever the limit is
// rejected by: every item is done once, never more than the limit at once as wrong
import Channels

public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for (index, item) in items.enumerated() {
      if index >= min(limit, 64) { try await group.next() }
      try Task.checkCancellation()
      group.addTask { try await body(item) }
    }
    for try await _ in group {}
  }
}
