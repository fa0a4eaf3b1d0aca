import Channels

/// Counts sheep in the background, works in the meantime, and returns when both have ended.
///
/// Calls `count("sheep")` once, and `work` once, at the same time, even in a cancelled task.
/// Returns what `work` returned, as soon as both have ended, no matter which takes longer. When
/// `work` returns first, the count goes on until it ends by itself.
///
/// If `work` throws, its error is thrown, but not before the count has ended. A cancelled caller
/// waits for the count, too, and still gets what `work` returned or threw. When `work` throws or the
/// caller is cancelled, you may cancel the count.
///
///     // The count takes 6 s and the letter 2 s: "sealed", after 6 s.
///     let letter = try await countSheep(shepherd.count) { try await clerk.writeLetter() }
///
/// - Parameters:
///   - count: Counts the animals of one kind, such as "sheep".
///   - work: What the caller does in the meantime.
/// - Returns: What `work` returns.
/// - Throws: What `work` throws.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  // TODO(5.2): Where does the count begin, and on which ways out do you wait for it?
  return try await work()
}
