// wrong: the handler of a cancellation before the call finds no task that it could cancel
// rejected by: a cancelled search ends with what is under way as wrong
internal import Channels
internal import Synchronization

/// A variant of 12.12.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  let current = Mutex<Task<String?, Never>?>(nil)
  return await withTaskCancellationHandler {
    let search = Task { await look(in: holds, open: open, isMissing: isMissing) }
    current.withLock { $0 = search }
    return await search.value
  } onCancel: {
    current.withLock { $0 }?.cancel()
  }
}

private func look(
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
    for await crate in quay where await isMissing(crate) { return crate }
    return nil
  }
}
