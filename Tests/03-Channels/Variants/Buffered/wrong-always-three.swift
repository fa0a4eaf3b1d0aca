// wrong: takes three crates, also when there are fewer
// rejected by: three crates need no receiver as crashed
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: 3)
  for i in 0..<3 { await quay.send(crates[i]) }
  return (quay, Array(crates[3...]))
}
