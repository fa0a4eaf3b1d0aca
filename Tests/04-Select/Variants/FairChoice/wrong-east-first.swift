// wrong: looks at east first, so that west is neglected while east has crates
// rejected by: each barge gets its share as wrong
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var openEast: ReceiveChannel<String>? = east
  var openWest: ReceiveChannel<String>? = west
  var crates: [String] = []
  while crates.count < count, openEast != nil || openWest != nil {
    if case .element(let crate) = openEast?.tryReceive() {
      crates.append(crate)
      continue
    }
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
    if let crate { crates.append(crate) }
  }
  return crates
}
