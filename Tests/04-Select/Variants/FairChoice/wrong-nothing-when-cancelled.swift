// wrong: returns nothing when it is cancelled
// rejected by: cancelling the caller returns what it has as wrong
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var openEast: ReceiveChannel<String>? = east
  var openWest: ReceiveChannel<String>? = west
  var crates: [String] = []
  while crates.count < count, openEast != nil || openWest != nil {
    let crate = await select {
      Receive(from: openEast) { crate in
        if crate == nil { openEast = nil }
        return crate
      }
      Receive(from: openWest) { crate in
        if crate == nil { openWest = nil }
        return crate
      }
    }
    if Task.isCancelled { return [] }
    if let crate { crates.append(crate) }
  }
  return crates
}
