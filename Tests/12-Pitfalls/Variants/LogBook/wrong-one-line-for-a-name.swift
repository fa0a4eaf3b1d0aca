// wrong: keeps one line for each name
// rejected by: no ship, one ship, and a name twice as wrong

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  var lines: [String: Task<Void, Never>] = [:]
  for ship in ships {
    await pilot(ship)
    if lines[ship] == nil { lines[ship] = Task { await log(ship) } }
  }
  for line in lines.values { await line.value }
}
