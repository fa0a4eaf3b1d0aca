// wrong: tasks of its own do not hear that the caller was cancelled
// rejected by: cancelling the caller ends the wait as wrong
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  let receiver = Task { await crates.receive() }
  let clock = Task {
    guard (try? await Task.sleep(for: limit)) != nil else { return }
    receiver.cancel()
  }
  let crate = await receiver.value
  clock.cancel()
  return crate
}
