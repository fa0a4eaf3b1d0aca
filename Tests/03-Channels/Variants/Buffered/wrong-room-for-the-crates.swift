// wrong: the quay has only as much room as there are crates
// rejected by: three crates need no receiver as wrong
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: min(3, crates.count))
  for c in crates.prefix(3) { await quay.send(c) }
  return (quay, Array(crates.dropFirst(3)))
}
