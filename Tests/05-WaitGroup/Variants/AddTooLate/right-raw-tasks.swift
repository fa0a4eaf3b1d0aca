// right: raw tasks, each awaited

/// Opens all ships, and lifts every crate that is found aboard.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  let tasks = ships.map { ship in
    Task {
      let lifting = await open(ship).map { crate in Task { await lift(crate) } }
      for task in lifting { await task.value }
    }
  }
  for task in tasks { await task.value }
}
