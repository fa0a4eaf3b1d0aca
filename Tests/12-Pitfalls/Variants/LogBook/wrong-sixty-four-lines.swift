// wrong: 64 lines are written at the same time, and the next ship waits
// rejected by: nothing waits for a line as wrong
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  await withTaskGroup(of: Void.self) { group in
    for (index, ship) in ships.enumerated() {
      await pilot(ship)
      if index >= 64 { await group.next() }
      group.addTask { await log(ship) }
    }
  }
}
