// wrong: waits for a crate as long as it takes
// rejected by: without a crate it gives up after the limit as deadlocked
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  await crates.receive()
}
