// wrong: if the caller is cancelled already, does not wait for its task, which may take a message
// rejected by: no message is lost to a cancellation as wrong
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  let listening = Task {
    await select {
      Receive(from: east)
      Receive(from: west)
    }
  }
  return await withTaskCancellationHandler {
    if Task.isCancelled { return nil }
    return await listening.value
  } onCancel: {
    listening.cancel()
  }
}
