// wrong: starts a task for every item, which then waits inside for its place
// rejected by: a thousand items do not mean a thousand tasks as wrong

internal import Channels

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  let places = Channel<Void>(capacity: limit)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for item in items {
      group.addTask {
        guard await places.send(()), !Task.isCancelled else { throw CancellationError() }
        try await body(item)
        _ = await places.receive()
      }
    }
    for try await _ in group {}
  }
}
