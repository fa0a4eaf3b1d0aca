// wrong: gives up, but leaves a receiver on the channel that takes the next crate away
// rejected by: a crate that comes too late is left for others as wrong
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  let arrived = Channel<String?>(capacity: 1)
  Task { await arrived.send(await crates.receive()) }
  return await select {
    Receive(from: arrived) { $0 ?? nil }
    After(limit) { nil }
  }
}
