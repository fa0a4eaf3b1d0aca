// wrong: takes a `CancellationError` that an item throws for a consequence, and goes on
// rejected by: after an error no other item begins as wrong
import Channels

/// Runs `body` for every item, at most `limit` at the same time, and stops at the first error.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  let (begun, error) = await withTaskGroup(
    of: Result<Void, any Error>.self, returning: (Int, (any Error)?).self
  ) { group in
    var begun = 0
    var running = 0
    var first: (any Error)?
    while true {
      while running < limit, begun < items.count, first == nil, !Task.isCancelled {
        let item = items[begun]
        group.addTask {
          do { return .success(try await body(item)) } catch { return .failure(error) }
        }
        begun += 1
        running += 1
      }
      guard let result = await group.next() else { break }
      running -= 1
      // what cancelled items throw is only a consequence
      if case .failure(let error) = result, !(error is CancellationError), first == nil {
        first = error
        group.cancelAll()
      }
    }
    return (begun, first)
  }
  if let error { throw error }
  if begun < items.count { throw CancellationError() }
}
