// wrong: receives ten crates at most
// rejected by: every weight counts until the channel is closed as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var t = 0
  for _ in 0..<10 { guard let w = await crates.receive() else { break }; t += w }
  return t
}
