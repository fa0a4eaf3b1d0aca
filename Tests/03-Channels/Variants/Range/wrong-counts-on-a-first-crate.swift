// wrong: says -1 when there was no crate
// rejected by: every weight counts until the channel is closed as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  guard var total = await crates.receive() else { return -1 }
  for await weight in crates { total += weight }
  return total
}
