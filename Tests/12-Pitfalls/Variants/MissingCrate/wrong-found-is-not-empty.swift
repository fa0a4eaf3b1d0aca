// wrong: a crate without a name is "none found yet", and the search goes on
// rejected by: opening and checking overlap by one hold as wrong

import Channels

/// Opens the holds of a ship until the missing crate is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  let quay = Channel<String>()
  return await withTaskGroup { group in
    group.addTask {
      for hold in holds {
        guard !Task.isCancelled, await quay.send(await open(hold)) else { return }
      }
      quay.close()
    }
    defer { group.cancelAll() }
    var found = ""
    while found.isEmpty {
      guard let crate = await quay.receive() else { return nil }
      if await isMissing(crate) { found = crate }
    }
    return found
  }
}
