// wrong: a crate that was taken when the caller is cancelled is neither returned nor left
// rejected by: cancelling the caller returns what it has as wrong
public import Channels

public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var crates: [String] = []
  var openEast = Optional(east)
  var openWest = Optional(west)
  while crates.count < count, openEast != nil || openWest != nil {
    let (number, crate): (Int, String?) = await select {
      Receive(from: openEast) { (0, $0) }
      Receive(from: openWest) { (1, $0) }
      Cancelled { (2, nil) }
    }
    if Task.isCancelled { break }
    if let crate {
      crates.append(crate)
    } else if number == 0 {
      openEast = nil
    } else {
      openWest = nil
    }
  }
  return crates
}
