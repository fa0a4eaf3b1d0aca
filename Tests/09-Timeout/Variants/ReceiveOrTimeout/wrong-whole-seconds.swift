// wrong: counts the whole seconds of the limit only
// rejected by: without a crate it gives up after the limit as wrong
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  return await select {
    Receive(from: crates) { $0 }
    After(.seconds(limit.components.seconds)) { nil }
  }
}
