// wrong: one wait group for all calls, so that each waits for the others
// rejected by: all cranes work at the same time as wrong

import Channels

private let cranes = WaitGroup()

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  for ship in ships {
    cranes.add()
    Task {
      defer { cranes.done() }
      try await unload(ship)
    }
  }
  await cranes.wait()
}
