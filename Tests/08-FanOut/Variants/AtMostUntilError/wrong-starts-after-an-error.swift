// wrong: throws the first error at the end, and begins further items in the meantime
// rejected by: after an error no other item begins as wrong

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    var first: (any Error)?
    for (index, item) in items.enumerated() {
      if index >= limit, case .failure(let error) = await group.nextResult(), first == nil {
        first = error
      }
      try Task.checkCancellation()
      group.addTask { try await body(item) }
    }
    while let end = await group.nextResult() {
      if case .failure(let error) = end, first == nil { first = error }
    }
    if let first { throw first }
  }
}
