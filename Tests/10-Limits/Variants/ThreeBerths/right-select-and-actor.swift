// right: a select takes the berth, an actor keeps the list

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let list = List(ships)
  await withDiscardingTaskGroup { group in
    for ship in ships {
      let hasBerth = await select {
        Send((), to: berths) { true }
        Cancelled { false }
      }
      guard hasBerth else { break }
      if Task.isCancelled {
        _ = berths.tryReceive()
        break
      }
      group.addTask {
        do {
          try await unload(ship)
          await list.cross(out: ship)
        } catch {}
        _ = berths.tryReceive()
      }
    }
  }
  return await list.ships
}

private actor List {
  var ships: [String]

  init(_ ships: [String]) { self.ships = ships }

  func cross(out ship: String) { ships.removeAll { $0 == ship } }
}
