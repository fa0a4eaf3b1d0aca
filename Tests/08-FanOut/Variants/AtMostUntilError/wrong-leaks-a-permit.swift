// wrong: gives the place back only after a success
// rejected by: after an error no other item begins as deadlocked

internal import Channels

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  let places = Channel<Void>(capacity: limit)
  try await withThrowingDiscardingTaskGroup { group in
    for item in items {
      await places.send(())
      if group.isCancelled || Task.isCancelled { break }
      group.addTask {
        try await body(item)
        _ = await places.receive()
      }
    }
    if Task.isCancelled { throw CancellationError() }
  }
}
