/// Unloads a fleet: all ships at once, and all crates of each ship at once, with `unload(crate)`.
///
/// Returns when every `unload` has ended. Cancelling the caller cancels every `unload` that has not
/// ended yet, on every ship; the call waits for one that needs time to clean up. Each `unload` that
/// returns `true` counts, even after the cancellation.
///
///     await unloadFleet([["wool"], ["hemp", "cork"]]) { crate in await crane.lift(crate) }   // 3
///
/// - Parameters:
///   - fleet: The crates of each ship.
///   - unload: Unloads one crate, and returns whether it did; `false` if it was cancelled first.
/// - Returns: How many crates were unloaded.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  // A task of a group is a child of the task that made the group. Cancellation goes down the tree:
  // from here to the ships, from each ship to its crates. A `Task { }` anywhere would cut off a
  // branch. In Go every function passes the context down; here the tree does it.
  await withTaskGroup { ships in
    for crates in fleet {
      ships.addTask { await unloadShip(crates, unload) }
    }
    return await ships.reduce(0, +)
  }
}

private func unloadShip(
  _ crates: [String], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  await withTaskGroup { lifts in
    for crate in crates {
      lifts.addTask { await unload(crate) ? 1 : 0 }
    }
    return await lifts.reduce(0, +)
  }
}
