// right: a task group of a receiver and a clock
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  await withTaskGroup(of: String?.self) { group in
    group.addTask { await crates.receive() }
    group.addTask {
      try? await Task.sleep(for: limit)
      return nil
    }
    // The other one may have ended in the same moment, with a crate: look at both.
    var crate: String?
    for await result in group {
      group.cancelAll()
      crate = crate ?? result
    }
    return crate
  }
}
