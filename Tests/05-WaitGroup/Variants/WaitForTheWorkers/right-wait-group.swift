// right: a wait group, with every crane added before the loop

import Channels

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let cranes = WaitGroup()
  cranes.add(ships.count)
  for ship in ships {
    Task {
      do { try await unload(ship) } catch {}
      cranes.done()
    }
  }
  await cranes.wait()
}
