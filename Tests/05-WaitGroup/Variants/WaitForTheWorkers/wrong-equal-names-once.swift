// wrong: unloads two ships of one name once
// rejected by: it returns when the last crane has ended as wrong

import Channels

/// Unloads all ships at the same time, each with a crane of its own, and waits for every crane.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let cranes = WaitGroup()
  for ship in Set(ships) {
    cranes.add()
    Task {
      defer { cranes.done() }
      try await unload(ship)
    }
  }
  await cranes.wait()
}
