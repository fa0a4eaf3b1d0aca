// right: one task group, which adds the crates of each ship that is open

/// Opens all ships, lifts every crate that is found aboard, and returns when the last is lifted.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  await withTaskGroup(of: [String].self) { group in
    for ship in ships {
      group.addTask { await open(ship) }
    }
    while let crates = await group.next() {
      for crate in crates {
        group.addTask {
          await lift(crate)
          return []
        }
      }
    }
  }
}
