// wrong: unloads 64 ships at the same time at most, however many berths there are
// rejected by: every ship is unloaded once, never more than there are berths as wrong
public import Channels

public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let unloaded = await withTaskGroup(of: String?.self) { group in
    var early: Set<String> = []
    for (index, ship) in ships.enumerated() {
      if index >= 64, let done = await group.next(), let ship = done { early.insert(ship) }
      guard await berths.send(()) else { break }
      let hasBegun = group.addTaskUnlessCancelled {
        defer { _ = berths.tryReceive() }
        do {
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
    return await group.reduce(into: early) { unloaded, ship in
      if let ship { unloaded.insert(ship) }
    }
  }
  return ships.filter { !unloaded.contains($0) }
}
