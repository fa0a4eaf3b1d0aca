// wrong: leaves the task that watches for the cancellation
// rejected by: no task is left when it returns as wrong

import Channels

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let caller = Channel<Void>()
  let cranes = ships.map { ship in Task { try? await unload(ship) } }
  await withTaskCancellationHandler {
    Task {
      _ = await caller.receive()
      for crane in cranes { crane.cancel() }
    }
    for crane in cranes { await crane.value }
  } onCancel: {
    caller.close()
  }
  if Task.isCancelled { throw CancellationError() }
  caller.close()
}
