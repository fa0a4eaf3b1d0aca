// wrong: reports ships as they fail
// rejected by: a ship that fails gives its berth back as wrong

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  await withTaskGroup(of: String?.self) { group in
    var begun = 0
    for ship in ships {
      guard await berths.send(()) else { break }
      let hasBegun = group.addTaskUnlessCancelled {
        defer { _ = berths.tryReceive() }
        do {
          try await unload(ship)
          return nil
        } catch {
          return ship
        }
      }
      guard hasBegun else {
        _ = berths.tryReceive()
        break
      }
      begun += 1
    }
    var failed: [String] = []
    for await ship in group {
      if let ship { failed.append(ship) }
    }
    return failed + ships[begun...]
  }
}
