// right: a discarding group, and a channel with a place for each running item

internal import Channels

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  let places = Channel<Void>(capacity: limit)
  try await withThrowingDiscardingTaskGroup { group in
    for item in items {
      // A place comes free also when an item has failed; the group is cancelled then.
      guard await places.send(()), !group.isCancelled else { break }
      group.addTask {
        defer { _ = places.tryReceive() }
        try await body(item)
      }
    }
    if Task.isCancelled { throw CancellationError() }
  }
}
