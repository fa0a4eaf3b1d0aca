// wrong: returns when its own work is done
// rejected by: the count and the work overlap as wrong

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  Task { await count("sheep") }
  return try await work()
}
