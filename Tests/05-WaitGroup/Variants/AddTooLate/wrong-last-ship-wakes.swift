// wrong: the last ship wakes the caller, so that without ships no one does
// rejected by: every ship and every crate is handled once as deadlocked

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
      for crate in await open(ship) {
        work.add()
        Task {
          await lift(crate)
          work.done()
        }
      }
      work.done()
    }
  }
  let end = Channel<Void>()
  let watch =
    ships.isEmpty
    ? nil
    : Task {
      await work.wait()
      await end.send(())
    }
  await end.receive()
  await watch?.value
}
