// wrong: does each item twice
// rejected by: every item is done once, never more than the limit at once as wrong

import Channels

/// Runs `body` for every item, at most `limit` at the same time, and stops at the first error.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for (index, item) in items.enumerated() {
      if index >= limit { try await group.next() }
      try Task.checkCancellation()
      group.addTask {
        try await body(item)
        try await body(item)
      }
    }
    for try await _ in group {}
  }
}
