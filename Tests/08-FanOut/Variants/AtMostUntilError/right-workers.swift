// right: workers that share a list, each of which stops when it is cancelled

internal import Synchronization

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  let list = List(items)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<min(limit, items.count) {
      group.addTask {
        while !list.isEmpty {
          try Task.checkCancellation()
          guard let item = list.next() else { break }
          do {
            try await body(item)
          } catch {
            list.clear()
            throw error
          }
        }
      }
    }
    for try await _ in group {}
  }
}

private final class List<Item: Sendable>: Sendable {
  private let waiting: Mutex<ArraySlice<Item>>

  init(_ items: [Item]) { waiting = Mutex(items[...]) }

  var isEmpty: Bool { waiting.withLock { $0.isEmpty } }

  func next() -> Item? { waiting.withLock { $0.popFirst() } }

  func clear() { waiting.withLock { $0 = [] } }
}
