// wrong: as much room as crates, so nothing is ever left over
// rejected by: the fourth crate is left over as wrong
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: crates.count)
  for crate in crates { await quay.send(crate) }
  return (quay, [])
}
