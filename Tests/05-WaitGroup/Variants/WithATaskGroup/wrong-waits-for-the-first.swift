// wrong: waits for the first crane that ends, and cancels the others
// rejected by: it returns when the last crane has ended as wrong

import Channels

/// Unloads all ships at the same time, as `unloadAll` does, but without a counter.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  await withTaskGroup { group in
    for ship in ships {
      group.addTask {
        try? await unload(ship)
      }
    }
    await group.next()
    group.cancelAll()
  }
  try Task.checkCancellation()
}
