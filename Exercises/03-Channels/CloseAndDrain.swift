public import Channels

/// Sends `crates` into `hold`, says that no more will come, and takes out everything inside.
///
/// No other task uses `hold` now. It may hold crates from an earlier load; those come out first. It
/// also has room for all of `crates`. Afterwards the channel is empty and closed.
///
///     let hold = Channel<String>(capacity: 4)
///     await hold.send("anchor")
///     await closeAndDrain(["rope", "sail"], through: hold)   // ["anchor", "rope", "sail"]
///
/// - Parameters:
///   - crates: The crates to send, in this order.
///   - hold: An open channel with a buffer.
/// - Returns: Everything that was in the hold, in the order in which it was sent.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  // TODO(3.5): How does a receiver learn that nothing more will come, so that it does not wait?
  return []
}
