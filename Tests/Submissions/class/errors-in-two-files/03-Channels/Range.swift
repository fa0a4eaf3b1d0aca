public import Channels

/// Adds up the weights that arrive on `crates`, until the channel is closed.
///
/// How many crates come, and when, only the sender knows. An empty crate weighs 0.
///
///     // The sender sends 12, 30 and 8, then closes.
///     await totalWeight(of: crates)   // 50
///
/// - Parameter crates: A channel that its sender closes after the last weight.
/// - Returns: The sum of all weights; 0 if the channel is closed before the first.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = 0
  // The loop receives, waits, and ends when the channel is closed and empty, like Go's `for range`.
  // Nothing to count and nothing to check, as long as the sender does close.
  for await weight in crates { total += weight }
  return total
}

private let isLight = !isHeavy(3)
