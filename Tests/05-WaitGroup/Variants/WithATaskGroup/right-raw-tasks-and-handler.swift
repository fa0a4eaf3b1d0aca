// right: raw tasks, cancelled by a cancellation handler

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let cranes = ships.map { ship in Task { try await unload(ship) } }
  await withTaskCancellationHandler {
    for crane in cranes { _ = await crane.result }
  } onCancel: {
    for crane in cranes { crane.cancel() }
  }
  if Task.isCancelled { throw CancellationError() }
}
