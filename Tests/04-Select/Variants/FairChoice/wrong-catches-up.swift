// wrong: a barge that comes late is served alone until it has caught up
// rejected by: what was taken before does not count as wrong
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var barges: [ReceiveChannel<String>?] = [east, west]
  var taken = [0, 0]
  var crates: [String] = []
  while crates.count < count, barges.contains(where: { $0 != nil }) {
    let behind = taken[0] <= taken[1] ? 0 : 1
    if case .element(let crate) = barges[behind]?.tryReceive() {
      crates.append(crate)
      taken[behind] += 1
      continue
    }
    await select {
      for index in barges.indices {
        Receive(from: barges[index]) { crate in
          if let crate {
            crates.append(crate)
            taken[index] += 1
          } else {
            barges[index] = nil
          }
        }
      }
      Cancelled {}
    }
    if Task.isCancelled { break }
  }
  return crates
}
