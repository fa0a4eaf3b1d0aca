// wrong: a crane that breaks down leaves before it says done
// rejected by: a broken crane has ended too as deadlocked

import Channels

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let cranes = WaitGroup()
  for ship in ships {
    cranes.add()
    Task {
      try await unload(ship)
      cranes.done()
    }
  }
  await cranes.wait()
}
