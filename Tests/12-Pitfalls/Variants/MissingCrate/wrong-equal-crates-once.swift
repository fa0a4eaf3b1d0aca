// wrong: checks crates with the same name once
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
    var known: Set<String> = []
    for await crate in quay where known.insert(crate).inserted {
      if await isMissing(crate) { return crate }
    }
    return nil
  }
}
