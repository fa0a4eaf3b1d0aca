// wrong: waits until every ship of a batch has left
// rejected by: a free berth is taken at once, in the order of the list as wrong

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  var rest: [String] = []
  var next = 0
  while next < ships.count {
    var batch: [String] = []
    while next < ships.count, batch.count < berths.capacity {
      guard await berths.send(()) else { break }
      batch.append(ships[next])
      next += 1
    }
    if Task.isCancelled || batch.isEmpty {
      for _ in batch { _ = berths.tryReceive() }
      return rest + batch + ships[next...]
    }
    let unloaded = await withTaskGroup(of: String?.self) { group in
      for ship in batch {
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
    rest += batch.filter { !unloaded.contains($0) }
  }
  return rest
}
