// right: a raw task, awaited on both ways out

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  let counting = Task { await count("sheep") }
  do {
    let value = try await work()
    await counting.value
    return value
  } catch {
    await counting.value
    throw error
  }
}
