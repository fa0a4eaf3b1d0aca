// wrong: stops at a ship without crates
// rejected by: all crates are unloaded at once as wrong
/// A variant of 9.5.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  return await withTaskGroup(of: Int.self) { group in
    for ship in fleet {
      if ship.isEmpty { break }
      group.addTask {
        await withTaskGroup(of: Bool.self) { g in
          for c in ship { g.addTask { await unload(c) } }
          var n = 0
          for await ok in g where ok { n += 1 }
          return n
        }
      }
    }
    return await group.reduce(0, +)
  }
}
