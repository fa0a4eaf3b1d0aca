// wrong: cancels everything, but leaves before it has ended
// rejected by: a cancelled crate is put down before the call returns as wrong
internal import Channels

/// A variant of 9.5.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  let crates = Array(fleet.joined())
  let unloaded = Channel<Bool>(capacity: crates.count)
  let lifts = crates.map { crate in Task { await unloaded.send(await unload(crate)) } }
  return await withTaskCancellationHandler {
    var count = 0
    for _ in crates {
      // nil when the caller is cancelled.
      guard let isUnloaded = await unloaded.receive() else { break }
      count += isUnloaded ? 1 : 0
    }
    return count
  } onCancel: {
    for lift in lifts { lift.cancel() }
  }
}
