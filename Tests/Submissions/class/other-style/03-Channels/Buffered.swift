public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: 3)
  await withTaskGroup { group in
    group.addTask {
      for crate in crates.prefix(3) { await quay.send(crate) }
    }
  }
  return (quay, Array(crates.dropFirst(3)))
}
