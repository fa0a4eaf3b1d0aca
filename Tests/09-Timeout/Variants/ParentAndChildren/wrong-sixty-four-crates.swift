// wrong: unloads 64 crates of a ship at the same time, and lets the next one wait
// rejected by: all crates are unloaded at once as wrong
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
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
    var (done, begun) = (0, 0)
    for crate in crates {
      begun += 1
      if begun > 64 { done += await lifts.next() ?? 0 }
      lifts.addTask { await unload(crate) ? 1 : 0 }
    }
    return await lifts.reduce(done, +)
  }
}
