// right: a group of crates for each child of a group of ships

/// Opens all ships, and lifts every crate that is found aboard.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  await withTaskGroup { group in
    for ship in ships {
      group.addTask {
        await withTaskGroup { group in
          for crate in await open(ship) {
            group.addTask { await lift(crate) }
          }
        }
      }
    }
  }
}
