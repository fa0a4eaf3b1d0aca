// wrong: a clock of its own is left behind
// rejected by: nothing is left running as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  let clock = Task { try? await Task.sleep(for: .seconds(3)) }
  defer { clock.cancel() }
  let (first, other) = await select {
    Receive(from: north) { ($0, south) }
    Receive(from: south) { ($0, north) }
  }
  guard let first else { return [] }
  guard let second = await other.receive() else { return [first] }
  return [first, second]
}
