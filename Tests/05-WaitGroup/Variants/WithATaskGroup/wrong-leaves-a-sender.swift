// wrong: the task of the last crane has not ended when its message is received
// rejected by: no task is left when it returns as wrong

import Channels

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let ended = Channel<Void>()
  let cranes = ships.map { ship in
    Task {
      try? await unload(ship)
      await Task { await ended.send(()) }.value
    }
  }
  await withTaskCancellationHandler {
    await Task { for _ in ships { _ = await ended.receive() } }.value
  } onCancel: {
    for crane in cranes { crane.cancel() }
  }
  try Task.checkCancellation()
}
