// right: a discarding group, which starts nothing once it is cancelled

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  await withDiscardingTaskGroup { group in
    for ship in ships {
      _ = group.addTaskUnlessCancelled { try? await unload(ship) }
    }
  }
  try Task.checkCancellation()
}
