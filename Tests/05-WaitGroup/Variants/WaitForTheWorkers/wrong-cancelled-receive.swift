// wrong: counts ends on a channel, where a cancelled receive returns at once
// rejected by: a cancelled caller still waits as wrong

import Channels

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let ended = Channel<Void>(capacity: ships.count)
  for ship in ships {
    Task {
      try? await unload(ship)
      await ended.send(())
    }
  }
  for _ in ships { _ = await ended.receive() }
}
