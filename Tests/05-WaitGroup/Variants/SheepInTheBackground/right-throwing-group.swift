// right: a throwing group that waits for the count on both ways out

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup { group in
    group.addTask { await count("sheep") }
    let value = try await work()
    try await group.waitForAll()
    return value
  }
}
