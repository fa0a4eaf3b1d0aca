// wrong: gives up when no berth has come free for an hour
// rejected by: a free berth is taken at once, in the order of the list as wrong
public import Channels

/// A variant of 10.3.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let unloaded = await withTaskGroup(of: String?.self) { group in
    for ship in ships {
      let hasBerth = await select {
        Send((), to: berths) { true }
        After(.seconds(3_600)) { false }
        Cancelled { false }
      }
      guard hasBerth else { break }
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
    return await group.reduce(into: Set<String>()) { unloaded, ship in
      if let ship { unloaded.insert(ship) }
    }
  }
  return ships.filter { !unloaded.contains($0) }
}
