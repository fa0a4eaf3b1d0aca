// wrong: goes on to receive from a closed channel, which returns nil at once and for ever
// rejected by: crates in the buffer of a closed channel count as stuck
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = 0
  while !Task.isCancelled {
    let weight = await crates.receive() ?? 0
    total += weight
  }
  return total
}
