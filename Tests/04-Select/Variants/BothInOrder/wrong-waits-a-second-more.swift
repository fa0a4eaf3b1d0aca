// wrong: sleeps to make sure that the second report is there
// rejected by: the earlier report comes first as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  let (first, other) = await select {
    Receive(from: north) { ($0, south) }
    Receive(from: south) { ($0, north) }
  }
  guard let first else { return [] }
  try? await Task.sleep(for: .seconds(2))
  guard let second = await other.receive() else { return [first] }
  return [first, second]
}
