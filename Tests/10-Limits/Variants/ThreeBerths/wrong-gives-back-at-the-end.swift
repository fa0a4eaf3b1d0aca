// wrong: gives all berths back when the group has ended
// rejected by: every ship is unloaded once, never more than there are berths as deadlocked

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  var taken = 0
  let unloaded = await withTaskGroup(of: String?.self) { group in
    for ship in ships {
      guard await berths.send(()) else { break }
      taken += 1
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
    return await group.reduce(into: Set<String>()) { unloaded, ship in
      if let ship { unloaded.insert(ship) }
    }
  }
  for _ in 0..<taken { _ = berths.tryReceive() }
  return ships.filter { !unloaded.contains($0) }
}
