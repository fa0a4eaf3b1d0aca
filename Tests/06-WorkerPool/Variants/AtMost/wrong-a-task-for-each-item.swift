// wrong: limits who runs, and starts a task for each item all the same
// rejected by: a thousand items do not mean a thousand tasks as wrong

internal import Channels

/// Runs `body` for every item.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  let places = Channel<Void>(capacity: limit)
  await withTaskGroup { group in
    for item in items {
      group.addTask {
        await places.send(())
        await body(item)
        _ = await places.receive()
      }
    }
  }
}
