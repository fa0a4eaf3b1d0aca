// wrong: counts the written lines over a channel, but not when it is cancelled
// rejected by: a cancelled caller gets every line as wrong

internal import Channels

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  let written = Channel<Void>(capacity: ships.count)
  for ship in ships {
    await pilot(ship)
    Task {
      await log(ship)
      await written.send(())
    }
  }
  for _ in ships { _ = await written.receive() }
}
