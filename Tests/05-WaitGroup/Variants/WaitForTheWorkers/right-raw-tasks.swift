// right: raw tasks, each awaited

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let cranes = ships.map { ship in Task { try await unload(ship) } }
  for crane in cranes { _ = await crane.result }
}
