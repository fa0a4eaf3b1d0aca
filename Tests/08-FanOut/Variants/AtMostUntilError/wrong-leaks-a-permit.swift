// wrong: gives the place back only after a success
// rejected by: after an error no other item begins as deadlocked

internal import Channels
internal import Synchronization

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  let places = Channel<Void>(capacity: limit)
  let first = Mutex<(any Error)?>(nil)
  var tasks: [Task<Void, Never>] = []
  for item in items {
    await places.send(())
    if first.withLock({ $0 != nil }) { break }
    tasks.append(
      Task {
        do {
          try await body(item)
          _ = await places.receive()
        } catch {
          first.withLock { if $0 == nil { $0 = error } }
        }
      })
  }
  for task in tasks { await task.value }
  if let error = first.withLock({ $0 }) { throw error }
}
