// wrong: a crate that is named like one on the quay is not left over
// rejected by: the fourth crate is left over as wrong
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: 3)
  let down = crates.prefix(3)
  for c in down { await quay.send(c) }
  return (quay, crates.filter { !down.contains($0) })
}
