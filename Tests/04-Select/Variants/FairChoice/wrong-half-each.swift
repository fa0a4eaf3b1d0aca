// wrong: takes half of the crates from east, and then half from west
// rejected by: each barge gets its share as wrong
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  var crates: [String] = []
  while crates.count < count / 2, let crate = await east.receive() { crates.append(crate) }
  while crates.count < count, let crate = await west.receive() { crates.append(crate) }
  return crates
}
