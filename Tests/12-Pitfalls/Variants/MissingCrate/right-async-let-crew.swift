// right: the crew is an `async let`, which ends with its scope

internal import Channels

/// Opens the holds of a ship until the crate that is missing is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  let quay = Channel<String>()
  async let crew: Void = {
    for hold in holds {
      guard !Task.isCancelled, await quay.send(await open(hold)) else { return }
    }
    quay.close()
  }()
  for await crate in quay where await isMissing(crate) { return crate }
  return nil
}
