// wrong: a cancellation that comes before the call is not noticed
// rejected by: cancelling it cancels every crate as wrong
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  let wasCancelled = Task.isCancelled
  let all = Task<Int, Never> {
    await withTaskGroup { ships in
      for crates in fleet {
        ships.addTask { await unloadShip(crates, unload) }
      }
      return await ships.reduce(0, +)
    }
  }
  return await withTaskCancellationHandler {
    await all.value
  } onCancel: {
    if !wasCancelled { all.cancel() }
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
