// right: draws which barge to try first, then selects if neither has a crate
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var openEast: ReceiveChannel<String>? = east
  var openWest: ReceiveChannel<String>? = west
  var crates: [String] = []
  while crates.count < count, openEast != nil || openWest != nil {
    let (first, second) =
      crates.count.isMultiple(of: 2) ? (openEast, openWest) : (openWest, openEast)
    if case .element(let crate) = first?.tryReceive() {
      crates.append(crate)
    } else if case .element(let crate) = second?.tryReceive() {
      crates.append(crate)
    } else {
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
  }
  return crates
}
