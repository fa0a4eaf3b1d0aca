// wrong: takes turns, and waits on an empty barge while the other is full
// rejected by: an empty barge does not hold up the other as deadlocked
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var openEast: ReceiveChannel<String>? = east
  var openWest: ReceiveChannel<String>? = west
  var crates: [String] = []
  while crates.count < count, openEast != nil || openWest != nil {
    if let crate = await openEast?.receive() { crates.append(crate) } else { openEast = nil }
    if crates.count == count { break }
    if let crate = await openWest?.receive() { crates.append(crate) } else { openWest = nil }
  }
  return crates
}
