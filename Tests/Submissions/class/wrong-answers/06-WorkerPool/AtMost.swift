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
