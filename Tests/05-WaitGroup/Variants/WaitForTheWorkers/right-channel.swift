// right: a channel with room for all, read in a task that is not cancelled

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
  await Task { for _ in ships { _ = await ended.receive() } }.value
}
