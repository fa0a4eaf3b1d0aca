// wrong: adds up in a type that cannot hold large sums
// rejected by: an empty crate is not the end as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total: Float = 0
  for await weight in crates { total += Float(weight) }
  return Int(total)
}
