// wrong: sees a crate and tries to take it, and does not wait if another task was faster
// rejected by: without a crate it gives up after the limit as wrong
public import Channels

/// Receives from `crates`, but waits no longer than `limit`.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  if crates.count > 0 {
    guard case .element(let crate) = crates.tryReceive() else { return nil }
    return crate
  }
  return await select {
    Receive(from: crates)
    After(limit) { nil }
  }
}
