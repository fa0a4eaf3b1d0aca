// wrong: runs 64 at the same time at most, whatever the limit is
// rejected by: never more than the limit at once as wrong
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  await withTaskGroup(of: Void.self) { group in
    for (index, item) in items.enumerated() {
      if index >= min(limit, 64) { await group.next() }
      group.addTask { await body(item) }
    }
  }
}
