public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  let deadline = Channel<Bool>(capacity: 1)
  let clock = Task {
    try? await Task.sleep(for: limit)
    await deadline.send(true)
  }
  let crate: String? = await select {
    Receive(from: crates)
    Receive(from: deadline) { _ in nil }
  }
  clock.cancel()
  await clock.value
  return crate
}
