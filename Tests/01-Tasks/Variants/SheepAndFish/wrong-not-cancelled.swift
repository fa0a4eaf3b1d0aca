// wrong: waits for tasks that do not hear of the caller's cancellation
// rejected by: cancelling it ends both counts as stuck

/// Counts sheep and fish at the same time.
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  let sheep = Task { await count("sheep") }
  let fish = Task { await count("fish") }
  await sheep.value
  await fish.value
}
