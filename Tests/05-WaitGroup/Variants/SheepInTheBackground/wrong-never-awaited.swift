// wrong: an async let that is not awaited is cancelled when the work ends
// rejected by: the count goes on when the work ends first as wrong

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  async let _ = count("sheep")
  return try await work()
}
