// wrong: unloads 64 ships at the same time, and lets the next one wait
// rejected by: all crates are unloaded at once as wrong
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  await withTaskGroup { ships in
    var (done, begun) = (0, 0)
    for crates in fleet {
      begun += 1
      if begun > 64 { done += await ships.next() ?? 0 }
      ships.addTask { await unloadShip(crates, unload) }
    }
    return await ships.reduce(done, +)
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
