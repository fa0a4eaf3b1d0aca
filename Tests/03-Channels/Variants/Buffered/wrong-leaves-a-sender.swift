// wrong: a task goes on to wait for room with the crates that are left over
// rejected by: the fourth crate is left over as wrong
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: 3)
  for crate in crates.prefix(3) { await quay.send(crate) }
  Task {
    for crate in crates.dropFirst(3) { await quay.send(crate) }
  }
  return (quay, Array(crates.dropFirst(3)))
}
