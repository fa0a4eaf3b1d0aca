// right: a task group whose children keep their errors

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  await withTaskGroup { group in
    for ship in ships {
      group.addTask { try? await unload(ship) }
    }
  }
}
