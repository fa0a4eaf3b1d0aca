// right: changes to a count that one task owns, sent over a channel

import Channels

/// Opens all ships, lifts every crate that is found aboard, and returns when the last is lifted.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  guard !ships.isEmpty else { return }
  // What each end adds to the things to do: the number of crates for a ship, 0 for a crate.
  let ends = Channel<Int>()
  for ship in ships {
    Task {
      let crates = await open(ship)
      await ends.send(crates.count)
      for crate in crates {
        Task {
          await lift(crate)
          await ends.send(0)
        }
      }
    }
  }
  await Task {
    var left = ships.count
    while left > 0, let more = await ends.receive() { left += more - 1 }
  }.value
}
