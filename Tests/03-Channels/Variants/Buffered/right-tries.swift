// right: tries each crate and keeps those that find no room
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: 3)
  return (quay, crates.filter { !quay.trySend($0) })
}
