// wrong: a ship without crates never says that it is done
// rejected by: it returns when the last crate is lifted as deadlocked

import Channels

/// Opens all ships, lifts every crate that is found aboard, and returns when the last is lifted.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  let work = WaitGroup()
  for ship in ships {
    work.add()
    Task {
      let crates = await open(ship)
      if crates.isEmpty { return }
      for crate in crates {
        work.add()
        Task {
          await lift(crate)
          work.done()
        }
      }
      work.done()
    }
  }
  await work.wait()
}
