// wrong: sleeps for what should be long enough
// rejected by: it returns when the last crane has ended as wrong

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  for ship in ships {
    Task { try await unload(ship) }
  }
  try? await Task.sleep(for: .seconds(120))
}
