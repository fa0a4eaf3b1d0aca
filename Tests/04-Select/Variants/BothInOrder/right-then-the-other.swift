// right: a select for the first report, a plain receive for the second
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  let (first, other) = await select {
    Receive(from: north) { ($0, south) }
    Receive(from: south) { ($0, north) }
  }
  guard let first else { return [] }
  guard let second = await other.receive() else { return [first] }
  return [first, second]
}
