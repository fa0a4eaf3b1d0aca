// wrong: throws an error of its own
// rejected by: an error waits for the count as wrong

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  async let counting: Void = count("sheep")
  guard let value = try? await work() else {
    await counting
    throw CancellationError()
  }
  await counting
  return value
}
