// right: a buffered channel holds the places, as in Go

internal import Channels

/// Runs `body` for every item.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  let places = Channel<Void>(capacity: limit)
  await withTaskGroup { group in
    for item in items {
      await places.send(())
      group.addTask {
        await body(item)
        _ = await places.receive()
      }
    }
  }
}
