// wrong: a crate that was not unloaded cancels all others
// rejected by: all crates are unloaded at once as wrong
/// A variant of 9.5.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  return await withTaskGroup(of: Bool.self) { group in
    for crate in fleet.flatMap({ $0 }) { group.addTask { await unload(crate) } }
    var n = 0
    for await ok in group { if ok { n += 1 } else { group.cancelAll() } }
    return n
  }
}
