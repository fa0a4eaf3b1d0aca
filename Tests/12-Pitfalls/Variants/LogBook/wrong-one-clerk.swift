// wrong: one task writes all lines, one after the other
// rejected by: nothing waits for a line as wrong

internal import Channels

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  let lines = Channel<String>(capacity: ships.count)
  let clerk = Task {
    for await ship in lines { await log(ship) }
  }
  for ship in ships {
    await pilot(ship)
    await lines.send(ship)
  }
  lines.close()
  await clerk.value
}
