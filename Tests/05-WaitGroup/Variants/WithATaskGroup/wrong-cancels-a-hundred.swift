// wrong: cancels the first hundred cranes only
// rejected by: cancelling reaches every crane as wrong
import Channels

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let cranes = ships.map { ship in Task { _ = try? await unload(ship) } }
  await withTaskCancellationHandler {
    for crane in cranes { await crane.value }
  } onCancel: {
    for crane in cranes.prefix(100) { crane.cancel() }
  }
  try Task.checkCancellation()
}
