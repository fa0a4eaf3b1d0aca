// wrong: returns while the last ones still run
// rejected by: every item is done once as wrong

internal import Channels

/// Runs `body` for every item.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  let places = Channel<Void>(capacity: limit)
  for item in items {
    await places.send(())
    Task {
      await body(item)
      _ = await places.receive()
    }
  }
}
