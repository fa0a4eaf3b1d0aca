// wrong: the ships are children, but their crates are tasks that nobody cancels
// rejected by: cancelling it cancels every crate as wrong
/// A variant of 9.5.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  await withTaskGroup { ships in
    for crates in fleet {
      ships.addTask {
        let lifts = crates.map { crate in Task { await unload(crate) } }
        var count = 0
        for lift in lifts where await lift.value { count += 1 }
        return count
      }
    }
    return await ships.reduce(0, +)
  }
}
