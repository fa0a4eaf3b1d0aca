// wrong: returns when the first barge is closed
// rejected by: a closed barge is done and the other goes on as wrong
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var crates: [String] = []
  while crates.count < count {
    let crate = await select {
      Receive(from: east)
      Receive(from: west)
    }
    guard let crate else { break }
    crates.append(crate)
  }
  return crates
}
