// wrong: runs two at once although the limit is one
// rejected by: never more than the limit at once as wrong
/// A variant of 6.3.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  await withTaskGroup(of: Void.self) { group in
    for (i, item) in items.enumerated() {
      if i >= max(limit, 2) { await group.next() }
      group.addTask { await body(item) }
    }
  }
}
