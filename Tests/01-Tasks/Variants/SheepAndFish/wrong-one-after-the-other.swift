// wrong: the fish wait for sheep that never end
// rejected by: both are counted as wrong
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  await count("sheep")
  await count("fish")
}
