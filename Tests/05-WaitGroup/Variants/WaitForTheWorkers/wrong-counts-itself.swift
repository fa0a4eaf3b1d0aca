// wrong: adds one for itself and never says done for it
// rejected by: it returns when the last crane has ended as deadlocked

import Channels

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let cranes = WaitGroup()
  cranes.add(ships.count + 1)
  for ship in ships {
    Task {
      defer { cranes.done() }
      try await unload(ship)
    }
  }
  await cranes.wait()
}
