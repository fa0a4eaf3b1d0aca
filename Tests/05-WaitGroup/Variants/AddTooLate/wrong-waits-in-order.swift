// wrong: waits for the ships in their order, so that a slow one keeps the others' crates waiting
// rejected by: ships and crates do not wait for each other as wrong

/// Opens all ships, and lifts every crate that is found aboard.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  let holds = ships.map { ship in Task { await open(ship) } }
  await withDiscardingTaskGroup { group in
    for hold in holds {
      for crate in await hold.value {
        group.addTask { await lift(crate) }
      }
    }
  }
}
