// wrong: waits for the first crane that ends
// rejected by: it returns when the last crane has ended as wrong

import Channels

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let finished = Channel<Void>(capacity: ships.count)
  for ship in ships {
    Task {
      try? await unload(ship)
      await finished.send(())
    }
  }
  if !ships.isEmpty { _ = await finished.receive() }
}
