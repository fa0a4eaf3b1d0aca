// right: task group

/// Counts sheep and fish at the same time.
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  await withTaskGroup { group in
    for animal in ["sheep", "fish"] {
      group.addTask { await count(animal) }
    }
  }
}
