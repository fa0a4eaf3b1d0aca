// wrong: a helper may have taken the crate when the limit passes, and then it is lost
// rejected by: a crate at the last moment is returned or left as wrong
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  let found = Channel<String>(capacity: 1)
  return await withTaskGroup(of: Void.self) { group in
    group.addTask {
      if let crate = await crates.receive() { await found.send(crate) }
      found.close()
    }
    let crate: String? = await select {
      Receive(from: found)
      After(limit) { nil }
    }
    group.cancelAll()
    return crate
  }
}
