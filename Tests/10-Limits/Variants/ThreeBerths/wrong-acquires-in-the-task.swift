// wrong: starts a task for each ship, which then waits for its berth
// rejected by: a ship that waits has no task yet as wrong

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let unloaded = await withTaskGroup(of: String?.self) { group in
    for ship in ships {
      group.addTask {
        guard await berths.send(()) else { return nil }
        defer { _ = berths.tryReceive() }
        if Task.isCancelled { return nil }
        do {
          try await unload(ship)
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
