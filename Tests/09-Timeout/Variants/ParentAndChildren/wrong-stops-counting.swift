// wrong: does not count what ends after the cancellation
// rejected by: a cancelled crate is put down before the call returns as wrong
/// A variant of 9.5.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  return await withTaskGroup(of: Bool.self) { group in
    for crate in fleet.flatMap({ $0 }) { group.addTask { await unload(crate) } }
    var n = 0
    for await ok in group { if Task.isCancelled { return n }; if ok { n += 1 } }
    return n
  }
}
