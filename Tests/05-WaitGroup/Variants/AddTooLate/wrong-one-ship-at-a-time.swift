// wrong: opens one ship after the other
// rejected by: ships and crates do not wait for each other as wrong

import Channels

/// Opens all ships, and lifts every crate that is found aboard.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  for ship in ships {
    let work = WaitGroup()
    for crate in await open(ship) {
      work.add()
      Task {
        defer { work.done() }
        await lift(crate)
      }
    }
    await work.wait()
  }
}
