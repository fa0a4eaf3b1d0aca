// wrong: the total never goes below zero
// rejected by: an empty crate is not the end as wrong

public import Channels

/// Adds up the weights that arrive on `crates`, until the channel is closed.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = 0
  for await weight in crates { total = max(0, total + weight) }
  return total
}
