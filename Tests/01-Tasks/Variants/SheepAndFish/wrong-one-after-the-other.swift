// wrong: the fish wait for sheep that never end
// rejected by: both are counted as wrong

/// Counts sheep and fish at the same time.
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  await count("sheep")
  await count("fish")
}
