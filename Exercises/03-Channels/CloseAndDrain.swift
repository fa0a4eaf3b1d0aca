public import Channels

/// Sends `crates` into `hold`, says that no more will come, and takes out everything that is inside.
///
/// You are the only one who uses `hold` now. Crates of an earlier load may lie in it; those come out
/// first. Beside them there is room for all of `crates`. Afterwards the channel is empty and closed.
///
///     let hold = Channel<String>(capacity: 4)
///     await hold.send("anchor")
///     await closeAndDrain(["rope", "sail"], through: hold)   // ["anchor", "rope", "sail"]
///
/// - Parameters:
///   - crates: What to send, in this order.
///   - hold: An open channel with a buffer.
/// - Returns: Everything that was in the hold, in the order in which it was sent.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  // TODO(3.5): How does a receiver learn that nothing will come any more, instead of waiting?
  return []
}
