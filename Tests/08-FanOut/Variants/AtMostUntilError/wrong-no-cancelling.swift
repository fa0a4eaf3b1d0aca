// wrong: begins nothing after an error, but lets the running items go on to their ends
// rejected by: after an error no other item begins as wrong

internal import Synchronization

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  let first = Kept()
  await withTaskGroup(of: Void.self) { group in
    for (index, item) in items.enumerated() {
      if index >= limit { await group.next() }
      if Task.isCancelled { first.keep(CancellationError()) }
      if first.error != nil { break }
      group.addTask {
        do {
          try await body(item)
        } catch {
          first.keep(error)
        }
      }
    }
  }
  if let error = first.error { throw error }
}

private final class Kept: Sendable {
  private let state = Mutex<(any Error)?>(nil)

  var error: (any Error)? { state.withLock { $0 } }

  func keep(_ error: any Error, isLast: Bool = false) {
    state.withLock { if isLast || $0 == nil { $0 = error } }
  }
}
