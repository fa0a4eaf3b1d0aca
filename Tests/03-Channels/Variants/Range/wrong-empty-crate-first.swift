// wrong: takes a first crate of weight 0 for a closed channel
// rejected by: an empty crate is not the end as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = await crates.receive() ?? 0
  if total == 0 { return 0 }
  for await weight in crates { total += weight }
  return total
}
