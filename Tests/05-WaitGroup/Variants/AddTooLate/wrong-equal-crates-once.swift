// wrong: lifts two crates of one name once
// rejected by: every ship and every crate is handled once as wrong

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
      for crate in Set(await open(ship)) {
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
