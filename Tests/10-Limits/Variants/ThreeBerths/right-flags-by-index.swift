// right: a helper that runs one ship, and flags by index

public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  await withTaskGroup(of: (Int, Bool).self) { group in
    for (index, ship) in ships.enumerated() where !Task.isCancelled {
      guard await berths.send(()) else { break }
      guard !Task.isCancelled else {
        _ = await berths.receive()
        break
      }
      group.addTask {
        let isUnloaded = (try? await unload(ship)) != nil
        _ = await berths.receive()
        return (index, isUnloaded)
      }
    }
    var isUnloaded = ships.map { _ in false }
    for await (index, flag) in group { isUnloaded[index] = flag }
    return ships.indices.filter { !isUnloaded[$0] }.map { ships[$0] }
  }
}
