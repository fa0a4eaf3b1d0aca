// wrong: the first result decides, but the clock is not stopped, and the group waits for it
// rejected by: a crate in time is returned when it comes as wrong
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  await withTaskGroup { group in
    group.addTask { await crates.receive() }
    group.addTask {
      try? await Task.sleep(for: limit)
      return nil
    }
    return await group.next() ?? nil
  }
}
