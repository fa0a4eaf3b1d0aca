// wrong: sends every crate, so the fourth waits for room
// rejected by: the fourth crate is left over as deadlocked
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: 3)
  for crate in crates { await quay.send(crate) }
  return (quay, [])
}
