// wrong: unloads each ship twice
// rejected by: every ship is unloaded once, never more than there are berths as wrong

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let unloaded = await withTaskGroup(of: String?.self) { group in
    for ship in ships {
      guard await berths.send(()) else { break }
      let hasBegun = group.addTaskUnlessCancelled {
        defer { _ = berths.tryReceive() }
        do {
          try await unload(ship)
          try await unload(ship)
          return ship
        } catch {
          return nil
        }
      }
      guard hasBegun else {
        _ = berths.tryReceive()
        break
      }
    }
    return await group.reduce(into: Set<String>()) { unloaded, ship in
      if let ship { unloaded.insert(ship) }
    }
  }
  return ships.filter { !unloaded.contains($0) }
}
