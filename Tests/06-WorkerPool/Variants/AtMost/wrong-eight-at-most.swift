// wrong: runs eight at once at most, whatever the limit
// rejected by: never more than the limit at once as wrong
/// A variant of 6.3.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  await withTaskGroup(of: Void.self) { group in
    for (index, item) in items.enumerated() {
      if index >= min(limit, 8) { await group.next() }
      group.addTask { await body(item) }
    }
  }
}
