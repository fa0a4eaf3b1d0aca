// wrong: adds inside the task, which may begin after the wait
// rejected by: it returns when the last crane has ended as wrong

import Channels

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let cranes = WaitGroup()
  for ship in ships {
    Task {
      cranes.add()
      defer { cranes.done() }
      try await unload(ship)
    }
  }
  await cranes.wait()
}
