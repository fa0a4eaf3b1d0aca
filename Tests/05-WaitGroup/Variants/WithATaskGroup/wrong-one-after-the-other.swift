// wrong: waits for each crane before the next one starts
// rejected by: it returns when the last crane has ended as wrong

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  for ship in ships {
    try? await unload(ship)
  }
  try Task.checkCancellation()
}
