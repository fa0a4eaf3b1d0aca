// right: raw tasks, cancelled by hand
/// A variant of 9.5.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  let lifts = fleet.joined().map { crate in Task { await unload(crate) } }
  return await withTaskCancellationHandler {
    var count = 0
    for lift in lifts where await lift.value { count += 1 }
    return count
  } onCancel: {
    for lift in lifts { lift.cancel() }
  }
}
