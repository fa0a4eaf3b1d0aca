// wrong: takes the second report of the quicker pilot and sends it again
// rejected by: a second report of the quicker pilot is left as deadlocked
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  let (first, isNorth) = await select {
    Receive(from: north) { ($0, true) }
    Receive(from: south) { ($0, false) }
  }
  guard let first else { return [] }
  while true {
    let (second, isNorthAgain) = await select {
      Receive(from: north) { ($0, true) }
      Receive(from: south) { ($0, false) }
    }
    guard let second else { return [first] }
    if isNorthAgain != isNorth { return [first, second] }
    await (isNorth ? north : south).send(second)
  }
}
