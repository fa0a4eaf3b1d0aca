// wrong: a wait group that is told too late
// rejected by: every line is written when it returns as wrong

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
    Task {
      lines.add()
      await log(ship)
      lines.done()
    }
  }
  await lines.wait()
}
