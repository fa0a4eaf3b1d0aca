// wrong: cancels the crew, and does not wait for it
// rejected by: when the crate is found, nothing is left behind as wrong

internal import Channels

/// Opens the holds of a ship until the crate that is missing is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  let quay = Channel<String>()
  let crew = Task {
    for hold in holds {
      guard await quay.send(await open(hold)) else { return }
    }
    quay.close()
  }
  defer { crew.cancel() }
  for await crate in quay {
    if await isMissing(crate) { return crate }
  }
  return nil
}
