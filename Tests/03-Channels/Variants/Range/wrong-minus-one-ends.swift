// wrong: a weight of -1 is the end
// rejected by: an empty crate is not the end as wrong

public import Channels

/// Adds up the weights that arrive on `crates`, until the channel is closed.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = 0
  while true { let w = await crates.receive() ?? -1; if w == -1 { break }; total += w }
  return total
}
