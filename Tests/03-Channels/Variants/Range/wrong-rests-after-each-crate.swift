// wrong: rests for a millisecond after each crate
// rejected by: crates in the buffer of a closed channel count as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = 0
  for await weight in crates {
    total += weight
    try? await Task.sleep(for: .milliseconds(1))
  }
  return total
}
