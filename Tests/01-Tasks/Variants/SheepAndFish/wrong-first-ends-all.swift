// wrong: cancels the other count when one has ended
// rejected by: it returns when both counts have ended as wrong
/// A variant of 1.2.
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  await withTaskGroup(of: Void.self) { g in
    g.addTask { await count("sheep") }
    g.addTask { await count("fish") }
    await g.next()
    g.cancelAll()
  }
}
