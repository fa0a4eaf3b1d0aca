// right: a wait group

internal import Channels

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  let lines = WaitGroup()
  for ship in ships {
    await pilot(ship)
    lines.add()
    Task {
      defer { lines.done() }
      await log(ship)
    }
  }
  await lines.wait()
}
