// wrong: throws while cancelled items still need time to stop
// rejected by: after an error no other item begins as wrong

internal import Channels

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  let ends = Channel<Result<Void, any Error>>(capacity: items.count)
  var tasks: [Task<Void, Never>] = []
  defer {
    for task in tasks { task.cancel() }
  }
  for (index, item) in items.enumerated() {
    if index >= limit { try await ends.receive()?.get() }
    try Task.checkCancellation()
    tasks.append(
      Task {
        do {
          await ends.send(.success(try await body(item)))
        } catch {
          await ends.send(.failure(error))
        }
      })
  }
  for _ in 0..<min(limit, items.count) { try await ends.receive()?.get() }
}
