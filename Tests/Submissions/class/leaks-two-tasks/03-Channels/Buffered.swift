public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: 3)
  for crate in crates.prefix(3) { await quay.send(crate) }
  let rest = Array(crates.dropFirst(3))
  // They can go down as soon as there is room.
  for crate in rest {
    Task { await quay.send(crate) }
  }
  return (quay, rest)
}
