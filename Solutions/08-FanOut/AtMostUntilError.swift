import Channels

/// Runs `body` for every item, at most `limit` at the same time, and stops at the first error.
///
/// Items begin in the order of the list: the first `limit` at once, and each later one as soon as
/// another has ended. An item that has not begun yet has no task. If no item throws, the call
/// returns as soon as the last one has ended.
///
/// When an item throws, no other item takes its place, and the running items are cancelled at once.
/// No item begins after that moment; if another place is free at that moment, its next item may
/// begin or not. When the running ones have ended, the call throws the error that came first. The
/// same is true when one of the last items throws and no other item is waiting. If two items throw at
/// the same moment, either error may be the first.
///
/// If the caller is cancelled, even before the call, no other item begins, and the running ones are
/// cancelled. The call waits until they have ended. If some items did not begin, it then throws
/// `CancellationError` or the error of an item; both are correct. If all items had begun, it throws
/// the first error of an item, if there is one. An item that would begin at the moment of the
/// cancellation may begin or not. Nothing you start outlives the call.
///
///     // The mast breaks after 2 s: the sails, which still wait for a place, are not loaded.
///     try await tryForEach(["mast", "ropes", "sails"], atMost: 2) { try await load($0) }
///
/// - Parameters:
///   - items: The items; `body` is called at most once for each. There may be none.
///   - limit: How many items may run at the same time; at least one.
///   - body: What to do with one item.
/// - Throws: The first error of an item, or `CancellationError`.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for (index, item) in items.enumerated() {
      // `next()` waits until any item has ended, and throws if that item failed. The error ends the
      // loop, so no other item begins, and the group cancels the running ones and waits for them.
      // With no permit to give back, an error cannot leak one. In Go: `g.SetLimit(limit)`.
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
