// wrong: gives berths back when it collects results, and waits for a berth before that
// rejected by: the rest of the harbor uses the same berths as wrong
public import Channels

public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let unloaded = await withTaskGroup(of: String?.self) { group in
    var unloaded: Set<String> = []
    var running = 0
    for ship in ships {
      if running == berths.capacity, let result = await group.next() {
        _ = berths.tryReceive()
        running -= 1
        if let result { unloaded.insert(result) }
      }
      guard await berths.send(()) else { break }
      if Task.isCancelled {
        _ = berths.tryReceive()
        break
      }
      running += 1
      group.addTask {
        do { try await unload(ship) } catch { return nil }
        return ship
      }
    }
    for await result in group {
      _ = berths.tryReceive()
      if let result { unloaded.insert(result) }
    }
    return unloaded
  }
  return ships.filter { !unloaded.contains($0) }
}
