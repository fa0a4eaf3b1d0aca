// right: a throwing group, asked for one result after the other

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  try await withThrowingTaskGroup { group in
    for ship in ships {
      group.addTask { try await unload(ship) }
    }
    while await group.nextResult() != nil {}
    try Task.checkCancellation()
  }
}
