/// Runs `body` for every item, never more than `limit` at the same time.
///
/// As many items run at once as the limit allows: when one has ended, the next item begins. An item
/// that has no place yet does not have a task either, so that a million items do not mean a million
/// tasks. Items may begin in any order. Returns when all have ended. If the caller is cancelled,
/// none of this has to hold.
///
///     let crates = ["tea", "salt", "rope", "tin", "wax"]
///     await forEach(crates, atMost: 2) { await load($0) }   // 1 s a crate: 3 s in all
///
/// - Parameters:
///   - items: The items; `body` is called once with each.
///   - limit: How many may run at the same time; at least one.
///   - body: What to do with one item.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  // TODO(6.3): When may the next item begin, and what tells you so?
}
