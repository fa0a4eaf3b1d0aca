// wrong: a caller that is cancelled before the call does not count
// rejected by: a cancelled caller still waits as wrong

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup { group in
    _ = group.addTaskUnlessCancelled { await count("sheep") }
    let value = try await work()
    try await group.waitForAll()
    return value
  }
}
