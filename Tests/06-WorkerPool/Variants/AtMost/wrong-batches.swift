// wrong: waits for the slowest of a batch before the next batch begins
// rejected by: a free place is taken at once as wrong

/// Runs `body` for every item.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  for start in stride(from: 0, to: items.count, by: limit) {
    await withTaskGroup { group in
      for item in items[start..<min(start + limit, items.count)] {
        group.addTask { await body(item) }
      }
    }
  }
}
