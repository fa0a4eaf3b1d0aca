// wrong: unloads one ship at a time
// rejected by: every ship is unloaded once, never more than there are berths as wrong

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  var rest: [String] = []
  for ship in ships {
    guard await berths.send(()) else {
      rest.append(ship)
      continue
    }
    defer { _ = berths.tryReceive() }
    if Task.isCancelled {
      rest.append(ship)
      continue
    }
    do { try await unload(ship) } catch { rest.append(ship) }
  }
  return rest
}
