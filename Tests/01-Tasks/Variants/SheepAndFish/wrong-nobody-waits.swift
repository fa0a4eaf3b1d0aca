// wrong: starts both and leaves at once, so that they outlive the call
// rejected by: it returns when both counts have ended as wrong

/// Counts sheep and fish at the same time.
public func countSheepAndFish(_ count: @escaping @Sendable (String) async -> Void) async {
  Task { await count("sheep") }
  Task { await count("fish") }
}
