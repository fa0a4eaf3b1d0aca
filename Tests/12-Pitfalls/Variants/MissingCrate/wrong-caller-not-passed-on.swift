// wrong: stops the crew, but not when the caller is cancelled
// rejected by: a cancelled search ends with what is under way as wrong

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
  var found: String?
  for await crate in quay {
    if await isMissing(crate) {
      found = crate
      break
    }
  }
  crew.cancel()
  await crew.value
  return found
}
