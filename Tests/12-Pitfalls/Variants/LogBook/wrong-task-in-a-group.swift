// wrong: a group, whose children only start a task each
// rejected by: every line is written when it returns as wrong

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  await withTaskGroup { group in
    for ship in ships {
      await pilot(ship)
      group.addTask {
        Task { await log(ship) }
      }
    }
  }
}
