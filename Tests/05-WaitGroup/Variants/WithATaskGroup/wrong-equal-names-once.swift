// wrong: unloads two ships of one name once
// rejected by: it returns when the last crane has ended as wrong

import Channels

/// Unloads all ships at the same time, as `unloadAll` does, but without a counter.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  await withTaskGroup { group in
    for ship in Set(ships) {
      group.addTask {
        try? await unload(ship)
      }
    }
  }
  try Task.checkCancellation()
}
