// wrong: a cancelled caller gets `CancellationError` instead of what `work` returned
// rejected by: a cancelled caller still waits as wrong

/// Counts sheep in the background, works in the meantime, and returns when both have ended.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  let counting = Task { await count("sheep") }
  do {
    let value = try await work()
    await counting.value
    try Task.checkCancellation()
    return value
  } catch {
    await counting.value
    throw error
  }
}
