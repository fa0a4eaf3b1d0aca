// wrong: leaves out a crate without a name
// rejected by: it returns when the last crate is lifted as wrong

import Channels

/// Opens all ships, lifts every crate on them, and returns when the last crate is lifted.
///
/// All ships are opened at the same time. Opening a ship takes a while. As soon as a ship is open,
/// all its crates are lifted at the same time, whether other ships are open or not. Calls `open`
/// once for each ship, and `lift` once for each crate. A ship may be empty.
///
/// Returns as soon as every `open` and every `lift` has ended. Without ships, it returns at once.
///
///     // The "Gull" is open after 1 s and carries tea and salt. A crate takes 5 s: 6 s in all.
///     await unloadHolds(["Gull"], open: { await hatch.open($0) }, lift: { await crane.lift($0) })
///
/// - Parameters:
///   - ships: The names of the ships; two ships may have the same name.
///   - open: Opens a ship and returns the crates on it; two crates may have the same name.
///   - lift: Lifts one crate.
public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  let work = WaitGroup()
  for ship in ships {
    work.add()
    Task {
      for crate in await open(ship) where !crate.isEmpty {
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
