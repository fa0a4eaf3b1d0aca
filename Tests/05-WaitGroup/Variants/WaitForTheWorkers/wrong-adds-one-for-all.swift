// wrong: adds one for all cranes together
// rejected by: it returns when the last crane has ended as wrong

import Channels

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let cranes = WaitGroup()
  if !ships.isEmpty { cranes.add(1) }
  for ship in ships {
    Task {
      defer { cranes.done() }
      try await unload(ship)
    }
  }
  await cranes.wait()
}
