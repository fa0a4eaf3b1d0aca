// wrong: a weight below zero does not count
// rejected by: an empty crate is not the end as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var t = 0
  for await w in crates { t += max(w, 0) }
  return t
}
