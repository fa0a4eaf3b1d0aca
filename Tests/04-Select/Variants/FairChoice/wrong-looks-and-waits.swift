// wrong: looks at `count` and then waits at that barge only; its crates may be gone
// rejected by: crates that come later are waited for as wrong
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var openEast: ReceiveChannel<String>? = east
  var openWest: ReceiveChannel<String>? = west
  var crates: [String] = []
  while crates.count < count, openEast != nil || openWest != nil {
    if let barge = [east, west].shuffled().first(where: { $0.count > 0 }) {
      guard let crate = await barge.receive() else { continue }
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
    if Task.isCancelled { return crates }
  }
  return crates
}
