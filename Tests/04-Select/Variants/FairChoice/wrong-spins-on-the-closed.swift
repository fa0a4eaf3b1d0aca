// wrong: goes on choosing the closed barge
// rejected by: a closed barge is done and the other goes on as stuck
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var crates: [String] = []
  var closed = 0
  while crates.count < count, closed < 1_000_000 {
    let crate = await select {
      Receive(from: east)
      Receive(from: west)
    }
    if let crate { crates.append(crate) } else { closed += 1 }
  }
  return crates
}
