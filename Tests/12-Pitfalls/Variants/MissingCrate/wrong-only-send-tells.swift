// wrong: asks only `send`, which need not wait when the crate is found at once
// rejected by: when the crate is found, nothing is left behind as wrong

internal import Channels

/// Opens the holds of a ship until the crate that is missing is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  let quay = Channel<String>()
  async let crew: Void = {
    for hold in holds {
      guard await quay.send(await open(hold)) else { return }
    }
    quay.close()
  }()
  for await crate in quay where await isMissing(crate) { return crate }
  return nil
}
