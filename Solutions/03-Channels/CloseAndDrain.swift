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
  for crate in crates { await hold.send(crate) }
  // After the last send, and once: a later send or a second close is a mistake. What lies in the
  // buffer is not lost, but without this line the receive after the last crate would wait for ever.
  hold.close()

  var unloaded: [String] = []
  // `nil` says closed and empty. In Go this is `crate, ok := <-hold` with `ok == false`.
  while let crate = await hold.receive() { unloaded.append(crate) }
  return unloaded
}
