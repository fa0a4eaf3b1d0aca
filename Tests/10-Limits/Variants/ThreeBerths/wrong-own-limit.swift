// wrong: counts by itself, and does not use the berths
// rejected by: the rest of the harbor uses the same berths as wrong

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let unloaded = await withTaskGroup(of: String?.self) { group in
    var unloaded: Set<String> = []
    for (index, ship) in ships.enumerated() {
      if index >= berths.capacity, let done = await group.next(), let done { unloaded.insert(done) }
      if Task.isCancelled { break }
      group.addTask {
        do {
          try await unload(ship)
          return ship
        } catch {
          return nil
        }
      }
    }
    for await ship in group {
      if let ship { unloaded.insert(ship) }
    }
    return unloaded
  }
  return ships.filter { !unloaded.contains($0) }
}
