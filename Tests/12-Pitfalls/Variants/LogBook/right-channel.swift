// right: one task brings the ships, another one counts the lines

internal import Channels

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  let written = Channel<Void>()
  let counting = Task {
    for _ in ships { _ = await written.receive() }
  }
  for ship in ships {
    await pilot(ship)
    Task {
      await log(ship)
      await written.send(())
    }
  }
  await counting.value
}
