// right: a task that is cancelled on every way out, by a handler, too

internal import Channels

/// Opens the holds of a ship until the crate that is missing is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  let quay = Channel<String>()
  let crew = Task {
    defer { quay.close() }
    for hold in holds where !Task.isCancelled {
      guard await quay.send(await open(hold)) else { return }
    }
  }
  let found = await withTaskCancellationHandler {
    var found: String?
    for await crate in quay where await isMissing(crate) {
      found = crate
      break
    }
    return found
  } onCancel: {
    crew.cancel()
  }
  crew.cancel()
  await crew.value
  return found
}
