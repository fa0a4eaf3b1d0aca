// right: keeps the tasks, and waits for each at the end

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  var lines: [Task<Void, Never>] = []
  for ship in ships {
    await pilot(ship)
    lines.append(Task { await log(ship) })
  }
  for line in lines { await line.value }
}
