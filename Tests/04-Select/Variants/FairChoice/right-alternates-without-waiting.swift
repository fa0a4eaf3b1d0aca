// right: looks at the barges by turns without waiting, and selects only when both are empty
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var open = [east, west]
  var crates: [String] = []
  while crates.count < count, !open.isEmpty {
    if let index = open.indices.first(where: { index in
      guard case .element(let crate) = open[index].tryReceive() else { return false }
      crates.append(crate)
      return true
    }) {
      open.append(open.remove(at: index))  // The one that was served goes to the end.
      continue
    }
    let (index, crate) = await select {
      for (index, barge) in open.enumerated() {
        Receive(from: barge) { (index, $0) }
      }
    }
    if let crate { crates.append(crate) } else { open.remove(at: index) }
  }
  return crates
}
