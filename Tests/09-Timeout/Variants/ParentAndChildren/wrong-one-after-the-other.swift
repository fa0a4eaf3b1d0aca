// wrong: all ships at once, but each ship's crates one after the other
// rejected by: all crates are unloaded at once as wrong
/// A variant of 9.5.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  await withTaskGroup { ships in
    for crates in fleet {
      ships.addTask {
        var count = 0
        for crate in crates where await unload(crate) { count += 1 }
        return count
      }
    }
    return await ships.reduce(0, +)
  }
}
