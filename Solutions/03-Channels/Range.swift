public import Channels

/// Adds up the weights that arrive on `crates`, until the channel is closed.
///
/// Only the sender knows how many crates come, and when. An empty crate weighs 0.
/// Returns as soon as the channel is closed and no crate is left in it.
///
///     // The sender sends 12, 30 and 8, then closes.
///     await totalWeight(of: crates)   // 50
///
/// - Parameter crates: A channel that its sender closes after the last weight.
/// - Returns: The sum of all weights; 0 if the channel is closed before the first weight.
public func totalWeight(of crates: Channel<Int>) async -> Int {
  var total = 0
  // The loop receives, waits, and ends when the channel is closed and empty, like Go's `for range`.
  // You do not count or check anything, as long as the sender closes the channel.
  for await weight in crates { total += weight }
  return total
}
