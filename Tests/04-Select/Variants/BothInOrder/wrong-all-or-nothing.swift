// wrong: forgets the first report when it is cancelled
// rejected by: cancelling the caller returns what is there as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  let (first, other) = await select {
    Receive(from: north) { ($0, south) }
    Receive(from: south) { ($0, north) }
  }
  guard let first, let second = await other.receive() else { return [] }
  return [first, second]
}
