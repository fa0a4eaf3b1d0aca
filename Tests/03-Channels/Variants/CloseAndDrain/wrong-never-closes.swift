// wrong: nobody closes, so the receive after the last crate waits for ever
// rejected by: every crate comes out in order as deadlocked
public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  for crate in crates { await hold.send(crate) }
  var unloaded: [String] = []
  while let crate = await hold.receive() { unloaded.append(crate) }
  return unloaded
}
