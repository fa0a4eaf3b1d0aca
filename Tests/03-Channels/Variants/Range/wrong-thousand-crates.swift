// wrong: receives a thousand crates at most
// rejected by: crates in the buffer of a closed channel count as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = 0
  for _ in 0..<1_000 {
    guard let weight = await crates.receive() else { break }
    total += weight
  }
  return total
}
