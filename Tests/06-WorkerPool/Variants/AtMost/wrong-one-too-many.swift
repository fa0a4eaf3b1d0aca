// wrong: waits for an end only when there is one too many already
// rejected by: never more than the limit at once as wrong

/// Runs `body` for every item.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  await withTaskGroup(of: Void.self) { group in
    for (index, item) in items.enumerated() {
      if index > limit { await group.next() }
      group.addTask { await body(item) }
    }
  }
}
