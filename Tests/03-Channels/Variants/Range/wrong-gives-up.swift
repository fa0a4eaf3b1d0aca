// wrong: takes an hour without a crate for the end
// rejected by: every weight counts until the channel is closed as wrong
public import Channels

/// A variant of 3.6.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var t = 0
  while let w: Int = await select({
    Receive(from: crates); After(.seconds(3600)) { nil }
  }) { t += w }
  return t
}
