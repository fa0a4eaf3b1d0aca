// wrong: takes a place for each item and gives none back
// rejected by: every item is done once as deadlocked

internal import Channels

/// Runs `body` for every item.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  let places = Channel<Void>(capacity: limit)
  await withTaskGroup { group in
    for item in items {
      await places.send(())
      group.addTask { await body(item) }
    }
  }
}
