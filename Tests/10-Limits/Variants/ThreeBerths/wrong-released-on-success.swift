// wrong: gives the berth back only after a success
// rejected by: a ship that fails gives its berth back as deadlocked

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let unloaded = await withTaskGroup(of: String?.self) { group in
    for ship in ships {
      guard await berths.send(()), !Task.isCancelled else { break }
      group.addTask {
        do {
          try await unload(ship)
          _ = berths.tryReceive()
          return ship
        } catch {
          return nil
        }
      }
    }
    return await group.reduce(into: Set<String>()) { unloaded, ship in
      if let ship { unloaded.insert(ship) }
    }
  }
  return ships.filter { !unloaded.contains($0) }
}
