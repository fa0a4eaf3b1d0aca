// right: task group
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  await withTaskGroup { group in
    for animal in ["sheep", "fish"] {
      group.addTask { await count(animal) }
    }
  }
}
