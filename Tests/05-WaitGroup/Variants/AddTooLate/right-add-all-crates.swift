// right: adds all crates of a ship at once, while the ship is counted

import Channels

/// Opens all ships, and lifts every crate that is found aboard.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  let work = WaitGroup()
  work.add(ships.count)
  for ship in ships {
    Task {
      defer { work.done() }
      let crates = await open(ship)
      work.add(crates.count)
      for crate in crates {
        Task {
          defer { work.done() }
          await lift(crate)
        }
      }
    }
  }
  await work.wait()
}
