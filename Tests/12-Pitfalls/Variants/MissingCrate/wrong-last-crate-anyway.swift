// wrong: returns the last crate when none is the missing one
// rejected by: opening and checking overlap by one hold as wrong

import Channels

/// Opens the holds of a ship until the crate that is missing is found.
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
    var last: String?
    for await crate in quay {
      if await isMissing(crate) { return crate }
      last = crate
    }
    return last
  }
}
