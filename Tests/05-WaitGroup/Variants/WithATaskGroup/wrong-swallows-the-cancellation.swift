// wrong: returns as if nothing had happened when it was cancelled
// rejected by: cancelling reaches every crane as wrong

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  await withTaskGroup { group in
    for ship in ships {
      group.addTask { try? await unload(ship) }
    }
  }
}
