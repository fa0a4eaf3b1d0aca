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
  for crate in crates { await hold.send(crate) }
  // Close after the last send, and once: a later send or a second close is a mistake. The elements
  // in the buffer are not lost, but without this line the receive after the last crate would wait
  // forever.
  hold.close()

  var unloaded: [String] = []
  // `nil` means closed and empty. In Go this is `crate, ok := <-hold` with `ok == false`.
  while let crate = await hold.receive() { unloaded.append(crate) }
  return unloaded
}
