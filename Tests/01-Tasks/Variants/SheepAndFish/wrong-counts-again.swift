// wrong: counts an animal again when its count has ended
// rejected by: it returns when both counts have ended as wrong
/// A variant of 1.2.
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  await withTaskGroup(of: Void.self) { g in
    for w in ["sheep", "fish"] {
      g.addTask {
        await count(w); if !Task.isCancelled { await count(w) }
      }
    }
  }
}
