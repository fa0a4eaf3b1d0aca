// right: one group for all crates
/// A variant of 9.5.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  await withTaskGroup { group in
    for crate in fleet.joined() {
      group.addTask { await unload(crate) }
    }
    var count = 0
    for await isUnloaded in group where isUnloaded { count += 1 }
    return count
  }
}
