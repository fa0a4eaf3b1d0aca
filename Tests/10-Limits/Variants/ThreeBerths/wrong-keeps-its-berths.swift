// wrong: takes all berths that it may need at the start, and gives them back at the end
// rejected by: the rest of the harbor uses the same berths as wrong

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let count = min(ships.count, berths.capacity)
  var taken = 0
  while taken < count, !Task.isCancelled, await berths.send(()) { taken += 1 }
  defer { for _ in 0..<taken { _ = berths.tryReceive() } }
  let unloaded = await withTaskGroup(of: String?.self) { group in
    var unloaded: Set<String> = []
    for (index, ship) in ships.enumerated() {
      if taken < count || Task.isCancelled { break }
      if index >= count, let done = await group.next(), let done { unloaded.insert(done) }
      if Task.isCancelled { break }
      group.addTask { (try? await unload(ship)) == nil ? nil : ship }
    }
    for await ship in group {
      if let ship { unloaded.insert(ship) }
    }
    return unloaded
  }
  return ships.filter { !unloaded.contains($0) }
}
