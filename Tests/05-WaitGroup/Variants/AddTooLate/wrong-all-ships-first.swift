// wrong: lifts no crate before every ship is open
// rejected by: ships and crates do not wait for each other as wrong

/// Opens all ships, and lifts every crate that is found aboard.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  let crates = await withTaskGroup { group in
    for ship in ships {
      group.addTask { await open(ship) }
    }
    return await group.reduce(into: []) { $0 += $1 }
  }
  await withTaskGroup { group in
    for crate in crates {
      group.addTask { await lift(crate) }
    }
  }
}
