// wrong: draws a barge and waits there, whether it has crates or not
// rejected by: an empty barge does not hold up the other as deadlocked
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var open = [east, west]
  var crates: [String] = []
  while crates.count < count, !open.isEmpty {
    let index = Int.random(in: 0..<open.count)
    if let crate = await open[index].receive() {
      crates.append(crate)
    } else {
      open.remove(at: index)
    }
  }
  return crates
}
