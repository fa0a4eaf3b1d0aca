// wrong: unloads the first ship only
// rejected by: it works for no ship, for one and for two as wrong

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  if let first = ships.first { try? await unload(first) }
}
