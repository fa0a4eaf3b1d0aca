// wrong: looks at both barges every 700 ms
// rejected by: crates that come later are waited for as stuck

public import Channels

/// Unloads crates from two barges with one crane, so that neither barge is neglected.
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
      Default { nil }
    }
    if crate == nil, (try? await Task.sleep(for: .milliseconds(700))) == nil { break }
    if let crate { crates.append(crate) }
  }
  return crates
}
