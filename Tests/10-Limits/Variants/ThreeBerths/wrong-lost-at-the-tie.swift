// wrong: looks for a cancellation twice, but loses a berth that comes at the same time
// rejected by: cancelling the caller stops it and frees its berths as wrong

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let unloaded = await withTaskGroup(of: String?.self) { group in
    for ship in ships {
      if Task.isCancelled { break }
      guard await berths.send(()) else { break }
      if Task.isCancelled { break }
      group.addTask {
        defer { _ = berths.tryReceive() }
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
