// wrong: returns when the last ship has its berth
// rejected by: every ship is unloaded once, never more than there are berths as wrong

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  for (index, ship) in ships.enumerated() {
    guard await berths.send(()) else { return Array(ships[index...]) }
    if Task.isCancelled {
      _ = berths.tryReceive()
      return Array(ships[index...])
    }
    Task {
      defer { _ = berths.tryReceive() }
      try? await unload(ship)
    }
  }
  return []
}
