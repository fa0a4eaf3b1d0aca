// wrong: takes a weight of 0 for the end
// rejected by: an empty crate is not the end as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = 0
  while let weight = await crates.receive(), weight != 0 { total += weight }
  return total
}
