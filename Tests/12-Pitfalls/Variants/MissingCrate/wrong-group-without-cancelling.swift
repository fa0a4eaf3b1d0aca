// wrong: a group that is not cancelled
// rejected by: when the crate is found, nothing is left behind as deadlocked

internal import Channels

/// Opens the holds of a ship until the crate that is missing is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  let quay = Channel<String>()
  return await withTaskGroup { group in
    group.addTask {
      for hold in holds {
        guard await quay.send(await open(hold)) else { return }
      }
      quay.close()
    }
    for await crate in quay where await isMissing(crate) { return crate }
    return nil
  }
}
