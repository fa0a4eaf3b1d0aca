// right: a group with results, cancelled by hand

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    var first: (any Error)?
    func waitForOne() async -> Bool {
      guard let end = await group.nextResult() else { return false }
      if case .failure(let error) = end, first == nil {
        first = error
        group.cancelAll()
      }
      return true
    }
    for (index, item) in items.enumerated() {
      if index >= limit { _ = await waitForOne() }
      if first == nil, group.isCancelled {
        while await waitForOne() {}
        throw first ?? CancellationError()
      }
      if first != nil { break }
      group.addTask { try await body(item) }
    }
    while await waitForOne() {}
    if let first { throw first }
  }
}
