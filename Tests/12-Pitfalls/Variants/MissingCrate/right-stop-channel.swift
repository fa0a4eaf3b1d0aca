// right: the crew waits in a `select` for a reader or for the end

internal import Channels

/// Opens the holds of a ship until the crate that is missing is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  let quay = Channel<String>()
  let stop = Channel<Void>()
  let crew = Task {
    defer { quay.close() }
    for hold in holds {
      let crate = await open(hold)
      let goesOn = await select {
        Send(crate, to: quay) { true }
        Receive(from: stop) { _ in false }
      }
      if !goesOn || Task.isCancelled { return }
    }
  }
  var found: String?
  await withTaskCancellationHandler {
    for await crate in quay where await isMissing(crate) {
      found = crate
      break
    }
  } onCancel: {
    crew.cancel()
  }
  crew.cancel()
  stop.close()
  await crew.value
  return found
}
