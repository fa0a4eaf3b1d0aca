// wrong: looks once and does not wait at all
// rejected by: without a crate it gives up after the limit as wrong
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  await select {
    Receive(from: crates)
    Default { nil }
  }
}
