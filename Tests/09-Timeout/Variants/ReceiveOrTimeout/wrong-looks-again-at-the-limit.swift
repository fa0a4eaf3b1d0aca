// wrong: looks once more at the limit, and receives a crate that another task may take first
// rejected by: without a crate it gives up after the limit as wrong

public import Channels

/// Receives from `crates`, but waits no longer than `limit`.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  let crate: String? = await select {
    Receive(from: crates)
    After(limit) { nil }
  }
  if let crate { return crate }
  return crates.count > 0 ? await crates.receive() : nil
}
