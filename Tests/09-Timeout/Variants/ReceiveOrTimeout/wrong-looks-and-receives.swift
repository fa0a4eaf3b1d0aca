// wrong: sees a crate and receives without a limit, but another task may take that crate first
// rejected by: without a crate it gives up after the limit as wrong

public import Channels

/// Receives from `crates`, but waits no longer than `limit`.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  if crates.count > 0 { return await crates.receive() }
  return await select {
    Receive(from: crates)
    After(limit) { nil }
  }
}
