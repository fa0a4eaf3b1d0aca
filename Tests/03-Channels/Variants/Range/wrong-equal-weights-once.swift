// wrong: counts equal weights once
// rejected by: every weight counts until the channel is closed as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var seen = Set<Int>()
  for await w in crates { seen.insert(w) }
  return seen.reduce(0, +)
}
