// wrong: a task that sends all of them is cancelled after a second
// rejected by: the fourth crate is left over as wrong
public import Channels

/// A variant of 3.4.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  let quay = Channel<String>(capacity: 3)
  let t = Task { for c in crates { await quay.send(c) } }
  try? await Task.sleep(for: .seconds(1))
  t.cancel()
  return (quay, Array(crates.dropFirst(3)))
}
