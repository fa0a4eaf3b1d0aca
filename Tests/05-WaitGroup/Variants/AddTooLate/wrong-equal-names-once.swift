// wrong: of two ships with the same name, only one is opened
// rejected by: every ship and every crate is handled once as wrong

/// Opens all ships, and lifts every crate that is found aboard.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  await withTaskGroup { fleet in
    for ship in Set(ships) {
      fleet.addTask {
        let crates = await open(ship)
        await withTaskGroup { hold in
          for crate in crates { hold.addTask { await lift(crate) } }
        }
      }
    }
  }
}
