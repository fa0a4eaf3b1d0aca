// wrong: no buffer, so the first send waits for a receiver
// rejected by: three crates need no receiver as deadlocked
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>()
  for crate in crates.prefix(3) { await quay.send(crate) }
  return (quay, Array(crates.dropFirst(3)))
}
