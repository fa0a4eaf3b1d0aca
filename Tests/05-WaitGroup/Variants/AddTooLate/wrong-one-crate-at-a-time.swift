// wrong: lifts the crates of a ship one after the other
// rejected by: ships and crates do not wait for each other as wrong

import Channels

/// Opens all ships, and lifts every crate that is found aboard.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  let work = WaitGroup()
  for ship in ships {
    work.add()
    Task {
      defer { work.done() }
      for crate in await open(ship) { await lift(crate) }
    }
  }
  await work.wait()
}
