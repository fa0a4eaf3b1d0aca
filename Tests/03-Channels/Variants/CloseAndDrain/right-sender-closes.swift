// right: a child task sends and closes while the parent receives
public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  await withTaskGroup { group in
    group.addTask {
      for crate in crates { await hold.send(crate) }
      hold.close()
    }
    var unloaded: [String] = []
    for await crate in hold { unloaded.append(crate) }
    return unloaded
  }
}
