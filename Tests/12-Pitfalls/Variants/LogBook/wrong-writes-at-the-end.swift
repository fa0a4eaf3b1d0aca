// wrong: begins no line before the last ship is in
// rejected by: nothing waits for a line as wrong

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  for ship in ships { await pilot(ship) }
  await withTaskGroup { group in
    for ship in ships {
      group.addTask { await log(ship) }
    }
  }
}
