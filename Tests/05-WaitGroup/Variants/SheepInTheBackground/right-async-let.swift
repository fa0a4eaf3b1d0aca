// right: an async let that is awaited after the work

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  async let counting: Void = count("sheep")
  let value = try await work()
  await counting
  return value
}
