public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  async let total = {
    let iterator = crates.makeAsyncIterator()
    var total = 0
    while let weight = await iterator.next() { total += weight }
    return total
  }()
  return await total
}
