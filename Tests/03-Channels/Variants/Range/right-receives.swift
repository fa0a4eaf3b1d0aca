// right: receives until nil
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = 0
  while let weight = await crates.receive() { total += weight }
  return total
}
