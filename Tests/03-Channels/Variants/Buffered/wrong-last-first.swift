// wrong: puts the crates down in the opposite order
// rejected by: crates come off in order and make room as wrong
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: 3)
  for crate in crates.prefix(3).reversed() { await quay.send(crate) }
  return (quay, Array(crates.dropFirst(3)))
}
