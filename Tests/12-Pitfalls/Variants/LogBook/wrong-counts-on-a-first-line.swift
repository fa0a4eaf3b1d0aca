// wrong: waits for a first line, which never comes without ships
// rejected by: no ship, one ship, and a name twice as deadlocked

internal import Channels

/// Pilots the ships into the harbor one after the other.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  let first = Channel<Void>(capacity: ships.count)
  await withTaskGroup { group in
    for ship in ships {
      await pilot(ship)
      group.addTask {
        await log(ship)
        await first.send(())
      }
    }
  }
  await first.receive()
}
