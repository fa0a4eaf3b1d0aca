// wrong: starts everything at once
// rejected by: never more than the limit at once as wrong

/// Runs `body` for every item.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  await withTaskGroup { group in
    for item in items {
      group.addTask { await body(item) }
    }
  }
}
