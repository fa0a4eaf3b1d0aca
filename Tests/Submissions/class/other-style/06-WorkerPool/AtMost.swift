internal import Synchronization

private final class Position: Sendable {
  private let index = Mutex(0)

  func next(below end: Int) -> Int? {
    index.withLock { index in
      guard index < end else { return nil }
      defer { index += 1 }
      return index
    }
  }
}

/// Runs `body` for every item.
public func forEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async -> Void
) async {
  let position = Position()
  let tasks = (0..<min(limit, items.count)).map { _ in
    Task {
      while let index = position.next(below: items.count) { await body(items[index]) }
    }
  }
  for task in tasks { await task.value }
}
