// right: a discarding group, and a channel with a place for each running item

internal import Channels
internal import Synchronization

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  let places = Channel<Void>(capacity: limit)
  let hasFailed = Flag()
  try await withThrowingDiscardingTaskGroup { group in
    for item in items {
      guard await places.send(()), !Task.isCancelled else { throw CancellationError() }
      if hasFailed.isSet { break }
      group.addTask {
        // The place comes free in any case, and after the error is known.
        defer { _ = places.tryReceive() }
        do {
          try await body(item)
        } catch {
          hasFailed.set()
          throw error
        }
      }
    }
  }
}

private final class Flag: Sendable {
  private let value = Mutex(false)

  var isSet: Bool { value.withLock { $0 } }

  func set() { value.withLock { $0 = true } }
}
