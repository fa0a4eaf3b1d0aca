// wrong: adds on the line after the start of the task
// rejected by: it works for no ship, for one and for two as deadlocked

import Channels

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let cranes = WaitGroup()
  for ship in ships {
    Task {
      defer { cranes.done() }
      try await unload(ship)
    }
    cranes.add()
  }
  await cranes.wait()
}
