// wrong: takes the ships from the end of the list
// rejected by: nothing waits for a line as wrong

/// Pilots the ships into the harbor one after the other.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  await withTaskGroup { group in
    for ship in ships.reversed() {
      await pilot(ship)
      group.addTask { await log(ship) }
    }
  }
}
