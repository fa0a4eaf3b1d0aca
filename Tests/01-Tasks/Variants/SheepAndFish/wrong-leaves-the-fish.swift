// wrong: waits for the sheep only; the fish are left behind
// rejected by: cancelling it ends both counts as wrong

/// Counts sheep and fish at the same time.
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  Task { await count("fish") }
  await count("sheep")
}
