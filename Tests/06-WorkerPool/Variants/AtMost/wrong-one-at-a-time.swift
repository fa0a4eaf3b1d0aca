// wrong: one item after the other, whatever the limit
// rejected by: a free place is taken at once as wrong

/// Runs `body` for every item.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  for item in items { await body(item) }
}
