// wrong: works first and counts afterwards
// rejected by: the count and the work overlap as wrong

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  let value = try await work()
  await count("sheep")
  return value
}
