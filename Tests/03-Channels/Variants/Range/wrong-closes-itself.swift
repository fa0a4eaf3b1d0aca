// wrong: the receiver closes after the first crate, and the sender sends on a closed channel
// rejected by: every weight counts until the channel is closed as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = await crates.receive() ?? 0
  crates.close()
  for await weight in crates { total += weight }
  return total
}
