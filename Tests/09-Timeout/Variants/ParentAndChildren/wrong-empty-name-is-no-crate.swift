// wrong: does not count a crate without a name
// rejected by: all crates are unloaded at once as wrong

/// A variant of 9.5.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  await withTaskGroup(of: String.self) { group in
    for crate in fleet.joined() { group.addTask { await unload(crate) ? crate : "" } }
    var done = 0
    for await crate in group where !crate.isEmpty { done += 1 }
    return done
  }
}
