// wrong: closes the quay, so that nothing can be put down later
// rejected by: crates come off in order and make room as wrong
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: 3)
  for crate in crates.prefix(3) { await quay.send(crate) }
  quay.close()
  return (quay, Array(crates.dropFirst(3)))
}
