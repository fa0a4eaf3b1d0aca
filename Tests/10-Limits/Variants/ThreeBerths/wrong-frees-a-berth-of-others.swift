// wrong: gives a berth back although its send was cancelled
// rejected by: cancelling the caller stops it and frees its berths as wrong
public import Channels

public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let unloaded = await withTaskGroup(of: String?.self) { group in
    for ship in ships {
      await berths.send(())
      if Task.isCancelled {
        _ = berths.tryReceive()
        break
      }
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
    var unloaded: Set<String> = []
    for await case let ship? in group { unloaded.insert(ship) }
    return unloaded
  }
  return ships.filter { !unloaded.contains($0) }
}
