// wrong: a task of its own does not hear that the caller was cancelled
// rejected by: cancelling the caller ends the wait as deadlocked
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  let listening = Task {
    await select {
      Receive(from: east)
      Receive(from: west)
    }
  }
  return await listening.value
}
