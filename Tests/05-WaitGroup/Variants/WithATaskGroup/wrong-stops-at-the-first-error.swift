// wrong: the first crane that breaks down cancels the others
// rejected by: a broken crane does not stop the others as wrong

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  try await withThrowingTaskGroup { group in
    for ship in ships {
      group.addTask { try await unload(ship) }
    }
    try await group.waitForAll()
  }
}
