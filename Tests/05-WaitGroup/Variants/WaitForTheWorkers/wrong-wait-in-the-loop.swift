// wrong: waits for each crane before the next one starts
// rejected by: all cranes work at the same time as wrong

import Channels

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let cranes = WaitGroup()
  for ship in ships {
    cranes.add()
    Task {
      defer { cranes.done() }
      try await unload(ship)
    }
    await cranes.wait()
  }
}
