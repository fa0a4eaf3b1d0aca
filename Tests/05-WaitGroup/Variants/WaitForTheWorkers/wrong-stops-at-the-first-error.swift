// wrong: the first crane that breaks down cancels the others
// rejected by: a broken crane has ended too as wrong

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  try? await withThrowingTaskGroup { group in
    for ship in ships {
      group.addTask { try await unload(ship) }
    }
    for try await _ in group {}
  }
}
