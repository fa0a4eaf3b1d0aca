// right: a pool of workers on a channel

internal import Channels

/// Runs `body` for every item.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  let queue = Channel<Item>()
  await withTaskGroup { group in
    for _ in 0..<limit {
      group.addTask {
        for await item in queue { await body(item) }
      }
    }
    for item in items { await queue.send(item) }
    queue.close()
  }
}
