// right: one async let for the first ship, and a call for the others

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  await all(ships[...], unload)
  try Task.checkCancellation()
}

private func all(
  _ ships: ArraySlice<String>, _ unload: @escaping @Sendable (String) async throws -> Void
) async {
  guard let first = ships.first else { return }
  async let crane: Void? = try? unload(first)
  await all(ships.dropFirst(), unload)
  _ = await crane
}
