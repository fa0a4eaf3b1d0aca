// wrong: adds a crate on the line after the start of its task
// rejected by: it returns when the last crate is lifted as wrong

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
      for crate in await open(ship) {
        Task {
          await lift(crate)
          work.done()
        }
        work.add()
      }
      work.done()
    }
  }
  await work.wait()
}
