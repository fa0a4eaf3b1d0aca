// wrong: adds inside the tasks, as before
// rejected by: it returns when the last crate is lifted as wrong

import Channels

/// Opens all ships, and lifts every crate that is found aboard.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  let work = WaitGroup()
  for ship in ships {
    Task {
      work.add()
      for crate in await open(ship) {
        Task {
          work.add()
          await lift(crate)
          work.done()
        }
      }
      work.done()
    }
  }
  await work.wait()
}
