// right: each ship waits for its crates, and the caller for the ships

import Channels

/// Opens all ships, and lifts every crate that is found aboard.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  let harbor = WaitGroup()
  for ship in ships {
    harbor.add()
    Task {
      defer { harbor.done() }
      let hold = WaitGroup()
      for crate in await open(ship) {
        hold.add()
        Task {
          defer { hold.done() }
          await lift(crate)
        }
      }
      await hold.wait()
    }
  }
  await harbor.wait()
}
