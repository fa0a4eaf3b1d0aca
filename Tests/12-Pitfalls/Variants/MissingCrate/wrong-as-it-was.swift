// wrong: leaves the crew with a crate that no one takes, as before
// rejected by: when the crate is found, nothing is left behind as wrong

internal import Channels

/// Opens the holds of a ship until the crate that is missing is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  let quay = Channel<String>()
  Task {
    for hold in holds { await quay.send(await open(hold)) }
    quay.close()
  }
  for await crate in quay {
    if await isMissing(crate) { return crate }
  }
  return nil
}
