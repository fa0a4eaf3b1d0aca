// wrong: throws as soon as it is cancelled, while cranes put down their loads
// rejected by: cancelling reaches every crane as wrong

import Channels

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let ended = Channel<Void>(capacity: ships.count)
  let cranes = ships.map { ship in
    Task {
      try? await unload(ship)
      await ended.send(())
    }
  }
  try await withTaskCancellationHandler {
    for _ in ships {
      _ = await ended.receive()
      try Task.checkCancellation()
    }
  } onCancel: {
    for crane in cranes { crane.cancel() }
  }
}
