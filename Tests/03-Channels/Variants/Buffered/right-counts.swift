// right: looks at the count before each send
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: 3)
  var rest: [String] = []
  for crate in crates {
    if quay.count < quay.capacity {
      await quay.send(crate)
    } else {
      rest.append(crate)
    }
  }
  return (quay, rest)
}
