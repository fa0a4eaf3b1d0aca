// wrong: takes a crate from each barge in one step, and so one too many
// rejected by: it takes as many as it was asked for as wrong
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var crates: [String] = []
  while crates.count < count {
    let before = crates.count
    for barge in [east, west] {
      if case .element(let crate) = barge.tryReceive() { crates.append(crate) }
    }
    if crates.count > before { continue }
    let crate = await select {
      Receive(from: east)
      Receive(from: west)
    }
    guard let crate else { break }
    crates.append(crate)
  }
  return Array(crates.prefix(count))
}
