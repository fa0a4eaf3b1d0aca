import Channels

/// Runs `body` for every item, at most `limit` at the same time, and stops at the first error.
///
/// Items get their places in the order of the list: the first `limit` at once, and each later one
/// as soon as another has ended. An item that still waits for its place has no task. If no item
/// throws, the call returns as soon as the last one has ended.
///
/// When an item throws, its place stays empty, and the running items are cancelled at once. No item
/// begins after that moment. When the running ones have ended, the call throws the error that came
/// first. This holds for the last items, too.
///
/// If the caller is cancelled, even before the call, no other item begins, and the running ones are
/// cancelled. The call waits until they have ended. If some items did not begin, it then throws
/// `CancellationError` or the error of an item; both are right. If all items had begun, it throws
/// the first error of an item, or none. Nothing you start outlives the call.
///
///     // The mast breaks after 2 s: the sails, which wait for a place, are not loaded any more.
///     try await tryForEach(["mast", "ropes", "sails"], atMost: 2) { try await load($0) }
///
/// - Parameters:
///   - items: What `body` is called with, at most once for each; there may be none.
///   - limit: How many may run at the same time; at least one.
///   - body: What to do with one item.
/// - Throws: The first error of an item, or `CancellationError`.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for (index, item) in items.enumerated() {
      // `next()` waits until any item has ended, and throws if that one failed: the loop is left,
      // so no other item begins, and the group cancels those that run and waits for them. There is
      // no permit that an error could forget to give back. In Go: `g.SetLimit(limit)`.
      if index >= limit { try await group.next() }
      // The items that ended may have ignored the caller's cancellation.
      try Task.checkCancellation()
      group.addTask { try await body(item) }
    }
    // Without this loop the errors of the last items would be lost: a group whose body returns
    // waits for its tasks, but drops what they throw.
    for try await _ in group {}
  }
}
