// wrong: the wait group of 5.1, which does not pass a cancellation on
// rejected by: cancelling reaches every crane as wrong

import Channels

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let cranes = WaitGroup()
  for ship in ships {
    cranes.add()
    Task {
      defer { cranes.done() }
      try await unload(ship)
    }
  }
  await cranes.wait()
  try Task.checkCancellation()
}
