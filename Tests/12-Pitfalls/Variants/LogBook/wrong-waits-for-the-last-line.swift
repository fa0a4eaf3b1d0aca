// wrong: waits only for the line of the last ship
// rejected by: every line is written when it returns as wrong

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  var line: Task<Void, Never>?
  for ship in ships {
    await pilot(ship)
    line = Task { await log(ship) }
  }
  await line?.value
}
