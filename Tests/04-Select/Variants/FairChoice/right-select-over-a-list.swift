// right: a select over the barges that are still open
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var open = [west, east]
  var crates: [String] = []
  while crates.count < count, !open.isEmpty {
    let (index, crate) = await select {
      for (index, barge) in open.enumerated() {
        Receive(from: barge) { (index, $0) }
      }
    }
    if let crate { crates.append(crate) } else { open.remove(at: index) }
  }
  return crates
}
