// wrong: ends as soon as nothing is there, although more will come
// rejected by: every weight counts until the channel is closed as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = 0
  while case .element(let weight) = crates.tryReceive() { total += weight }
  return total
}
