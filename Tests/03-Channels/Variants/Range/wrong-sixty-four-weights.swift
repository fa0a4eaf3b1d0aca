// wrong: adds up 64 weights at most
// rejected by: crates in the buffer of a closed channel count as wrong
public import Channels

public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = 0
  var count = 0
  for await weight in crates {
    count += 1
    if count <= 64 { total += weight }
  }
  return total
}
