// wrong: begins no other ship after one has failed
// rejected by: a ship that fails gives its berth back as wrong

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let unloaded = await withTaskGroup(of: String?.self) { group in
    let failures = Channel<Void>(capacity: ships.count)
    for ship in ships {
      guard await berths.send(()) else { break }
      if Task.isCancelled || failures.count > 0 {
        _ = berths.tryReceive()
        break
      }
      group.addTask {
        defer { _ = berths.tryReceive() }
        do {
          try await unload(ship)
          return ship
        } catch {
          _ = failures.trySend(())
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
