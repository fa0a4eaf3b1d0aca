// wrong: raw tasks, which a cancellation of the caller does not reach
// rejected by: cancelling reaches every crane as wrong

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let cranes = ships.map { ship in Task { try await unload(ship) } }
  for crane in cranes { _ = await crane.result }
  try Task.checkCancellation()
}
